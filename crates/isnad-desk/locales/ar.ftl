# The desk's words in Arabic. Keys are the same in both files; a test sees to it.


## The frame

brand = إسناد
skip = تخطَّ إلى المحتوى
sections = الأقسام
incidents = الحوادث
reports = التقارير
names = أشخاص ومصادر
view = العرض
digits = الأرقام
theme = الألوان
theme-system = النظام
theme-light = فاتح
theme-dark = داكن
hide-names = إخفاء الأسماء
names-hidden = الأسماء مخفية
pages = الصفحات
previous = السابق
next = التالي
apply = عرض
clear = إلغاء التصفية
any = الكل
none = لا شيء
unknown = غير معروف
unnamed = غير مسمّى
a-person = شخص
nothing-found = لا شيء يطابق هذه التصفية.
no-incidents = لم تُقرأ أي حادثة في هذه التقارير. ما قُرئ في كل تقرير هنا:
not-found = لا شيء هنا
not-found-what-to-do = لا حادثة ولا تقرير ولا اسم بهذا العنوان. كل ما هو موجود في القوائم أعلاه.
locked = هذا المكتب مقفل
locked-what-to-do = افتح العنوان الذي طبعه الأمر isnad open في الطرفية. يعمل العنوان مرة واحدة؛ أعد تشغيل الأمر للحصول على عنوان جديد.

## The list of incidents

views = طرق العرض
view-list = قائمة
view-map = خريطة
view-timeline = خط زمني
filter-words = كلمات
filter-name = الاسم
filter-place = المكان
filter-kind = النوع
filter-from = من
filter-to = إلى
filter-disputed = عليها خلاف
filter-few-roots = مصدر أصلي واحد على الأكثر
column-date = التاريخ
column-incident = الحادثة
column-killed = القتلى
column-sources = الوسائل مقابل المصادر
column-disputes = خلافات مفتوحة
column-published = النشر
column-outlet = الوسيلة
column-title = العنوان
column-statements = أقوال
column-reports = تقارير
column-name = الاسم
column-kind = النوع
no-date = بلا تاريخ
no-place = المكان غير مذكور
kind-at-place = { $kind } في { $name }
map-of-incidents = خريطة الحوادث
map-legend = تكبر الدائرة بعدد الحوادث.
map-credit = الأشكال: Natural Earth. المدن: Who’s On First.
with-dispute = عليها خلاف
without-dispute = بلا خلاف
timeline-of-incidents = الحوادث عبر الزمن
timeline-legend = الارتفاع عدد الحوادث، وكل عمود يقود إليها.

## An incident

best-explained = العدد الذي تذكره أكثر المصادر المستقلة
fact-outlets = الوسائل
fact-roots = المصادر الأصلية
fact-gates = الناقلون
fact-disputes = الخلافات
where-accounts-part = أين تفترق الروايات
no-questions = لا تذكر التقارير ما يمكن وضعه جنبا إلى جنب.
accounts-compatible = مختلفة، ويمكن أن تصح كلها
accounts-agree = جواب واحد
toll-to-scale = الأعداد مرسومة بمقياس
position = رواية
no-value = ليس كذلك
then = ←
denies-that = نفي
takes-back = تراجُع عن
own-voice = بلسان الوسيلة نفسها
via = عبر
from = عن
unverified = غير متحقَّق منه
indistinct-roots = مصادر غير مسمّاة قد تكون واحدة:
how-story-travelled = كيف انتقل الخبر
travel-legend = من المصادر الأصلية عبر الناقلين إلى الوسائل، بترتيب النشر.
how-cited = نقل مع الإحالة
how-silent-copy = نسخ بلا إحالة
how-translation = ترجمة بلا إحالة
course = في الزمن
course-legend = في الأعلى الأيام التي تذكرها الروايات، وفي الأسفل التقارير بوقت نشرها.
where = أين
locator-precision = المساحة المظللة بقدر دقة المكان:
victims = الضحايا
parties = الأشخاص والجماعات وما تقوله كل رواية عنهم
according-to = بحسب { $name }
related = قريبة منها، ومفصولة عنها
role-perpetrator = ذُكر فاعلًا
role-partner = ذُكر شريكًا للفاعل
role-target = ذُكر هدفًا
role-victim = ذُكر ضحية
sex-female = أنثى
sex-male = ذكر

## A report

tells-of = يروي
layers = العلامات
layer-statements = الأقوال
layer-people = الأسماء
layer-places = الأماكن
layer-times = الأوقات
layer-numbers = الأعداد
layer-furniture = زوائد الصفحة
the-text = نص التقرير
walk-hint = سهما الأعلى والأسفل للتنقل بين الأقوال، وEnter للذهاب إلى الكلمات.
chain = السلسلة
inside = ضمن
part-of = جزء من
events = الأحداث كما رُويت
relations = الصلات كما قيلت
notes = ملاحظات القارئ الآلي
evidence = الدليل
evidence-bytes = SHA-256 للملف
evidence-text = SHA-256 للنص
evidence-published = النشر
evidence-retrieved = وقت الجلب
retrieved-unknown = غير مذكور: قُرئ من ملف
evidence-url = العنوان
evidence-engine = قُرئ بواسطة
url-not-opened = معروض كنص؛ لا يُجلب شيء
original-as-text = الأصل كما ورد، نصًا
rendition-as-text = النص كما قُرئ
not-in-gazetteer = غير موجود في فهرس الأماكن
caveat-publisher = الوسيلة:
caveat-source = المصدر:
language-ar = العربية
language-en = الإنجليزية
made-from-cited = ينقل مع الإحالة عن
made-from-silent-copy = منسوخ بلا إحالة عن
made-from-translation = مترجم بلا إحالة عن
source-of-cited = أحال إليه
source-of-silent-copy = نسخه بلا إحالة
source-of-translation = ترجمه بلا إحالة

## A name

where-accounts-differ = أين تختلف الروايات
spellings = صيغ الاسم

## Closed lists of the contract


kind-raid = مداهمة
kind-arrest = اعتقال
kind-airstrike = غارة جوية
kind-shelling = قصف
kind-explosion = انفجار
kind-shooting = إطلاق نار
kind-killing = قتل
kind-abduction = خطف
kind-assault = اعتداء
kind-death-in-custody = وفاة في الحجز
kind-clash = اشتباك
kind-security-operation = عملية أمنية
kind-campaign = حملة
kind-seizure = ضبط
kind-sinking = غرق
kind-fire = حريق
kind-collapse = انهيار
kind-protest = احتجاج
kind-displacement = نزوح
kind-agreement = اتفاق
kind-trial = محاكمة
kind-other = حدث آخر

question-killed = القتلى
question-wounded = الجرحى
question-arrested = المعتقلون
question-missing = المفقودون
question-date = التاريخ
question-place = المكان
question-perpetrator = الفاعل
question-target = الهدف
question-victim-identity = هوية الضحية
question-victim-affiliation = انتماء الضحية
question-outcome = النتيجة
question-cause = السبب
question-occurred = هل وقعت
question-partner = الشريك

stance-asserts = قول
stance-alleges = زعم
stance-accuses = اتهام
stance-believes = اعتقاد
stance-doubts = تشكيك
stance-denies = نفي
stance-demands = مطالبة
stance-expects = توقّع
stance-no-comment = بلا تعليق

source-person = شخص
source-organisation = جهة
source-media = وسيلة إعلام
source-document = وثيقة
source-anonymous = مصدر غير مسمّى

mode-direct = نقل حرفي
mode-indirect = نقل بالمعنى
mode-mixed = نقل حرفي جزئيا

name-person = شخص
name-organisation = جهة

relation-member-of = عضو في
relation-works-for = يعمل لدى
relation-leads = يقود
relation-kin = من أقارب
relation-married-into = صهر
relation-alias = يُعرف أيضا باسم
relation-position = له منصب في

harm-killed = قُتل
harm-wounded = جُرح
harm-arrested = اعتُقل
harm-missing = فُقد
harm-abducted = خُطف
harm-released = أُطلق سراحه

status-civilian = مدني
status-fighter = مقاتل

grain-minute = بالدقيقة
grain-hour = بالساعة
grain-day = يوم
grain-week = أسبوع
grain-month = شهر
grain-quarter = ربع سنة
grain-season = فصل
grain-year = سنة
grain-decade = عقد
grain-vague = تقريبي

part-dawn = الفجر
part-morning = الصباح
part-noon = الظهر
part-afternoon = بعد الظهر
part-evening = المساء
part-night = الليل

precision-point = نقطة
precision-town = بلدة أو مدينة
precision-division = محافظة أو قضاء
precision-region = منطقة
precision-country = بلد

## Answers that weighing gives in these words

value-electrical-fault = عطل كهربائي
value-projectile-or-strike = قذيفة أو ضربة
value-stored-fuel-or-munitions = وقود أو ذخيرة مخزّنة
value-gas-leak = تسرّب غاز
value-work-accident = حادث عمل
value-technical-failure = عطل فني
value-overloading = حمولة زائدة
value-weather = الطقس
value-arson-or-sabotage = حريق متعمّد أو تخريب
value-planted-bomb = عبوة مزروعة
value-unexploded-ordnance = ذخيرة غير منفجرة
value-poor-construction = سوء البناء
value-ill-treatment = سوء المعاملة
value-illness = مرض
value-suicide = انتحار
value-shot = إطلاق نار
value-no-coordination = غياب التنسيق
value-false-information = معلومات خاطئة
value-deliberate = متعمّد
value-militant = مسلّح أو منتمٍ إلى تنظيم
value-civilian-or-on-the-state-s-side = مدني أو من جانب الدولة
value-someone-else = شخص آخر
value-by-mistake = عن طريق الخطأ
value-the-intended-target = الهدف المقصود
value-military-site = موقع عسكري
value-civilian-site = موقع مدني
value-alive = حيّ
value-killed = قُتل
value-sank = غرق
value-afloat = لم يغرق
value-repelled = صُدّ
value-succeeded = نجح
value-escaped = فرّ
value-caught = قُبض عليه
value-released = أُطلق سراحه
value-held = محتجز
value-destroyed = دُمّر
value-unharmed = لم يتضرر
value-agreed = اتُّفق
value-failed = فشل
value-in-port = في الميناء
value-at-sea = في البحر
value-market = سوق
value-camp = مخيم
value-checkpoint = حاجز
value-open-country = أرض خلاء
value-home = منزل
value-road = طريق
value-the-army = الجيش
value-the-police = الشرطة
value-the-coalition = التحالف
value-islamic-state = تنظيم الدولة الإسلامية
value-settlers = مستوطنون
value-the-united-states = الولايات المتحدة

## Counts

n-incidents = { $n ->
    [zero] لا حوادث
    [one] حادثة واحدة
    [two] حادثتان
    [few] { $n } حوادث
    [many] { $n } حادثة
   *[other] { $n } حادثة
}
n-reports = { $n ->
    [zero] لا تقارير
    [one] تقرير واحد
    [two] تقريران
    [few] { $n } تقارير
    [many] { $n } تقريرا
   *[other] { $n } تقرير
}
n-names = { $n ->
    [zero] لا أسماء
    [one] اسم واحد
    [two] اسمان
    [few] { $n } أسماء
    [many] { $n } اسما
   *[other] { $n } اسم
}
n-statements = { $n ->
    [zero] لا أقوال
    [one] قول واحد
    [two] قولان
    [few] { $n } أقوال
    [many] { $n } قولا
   *[other] { $n } قول
}
n-more-accounts = { $n ->
    [zero] لا روايات أخرى
    [one] رواية أخرى للمصدر نفسه
    [two] روايتان أخريان للمصدر نفسه
    [few] { $n } روايات أخرى للمصدر نفسه
    [many] { $n } رواية أخرى للمصدر نفسه
   *[other] { $n } رواية أخرى للمصدر نفسه
}
n-more-roots = { $n ->
    [zero] لا مصادر أصلية أخرى
    [one] مصدر أصلي آخر
    [two] مصدران أصليان آخران
    [few] { $n } مصادر أصلية أخرى
    [many] { $n } مصدرا أصليا آخر
   *[other] { $n } مصدر أصلي آخر
}
n-outlets = { $n ->
    [zero] لا وسائل
    [one] وسيلة واحدة
    [two] وسيلتان
    [few] { $n } وسائل
    [many] { $n } وسيلة
   *[other] { $n } وسيلة
}
n-roots = { $n ->
    [zero] لا مصدر أصليا
    [one] مصدر أصلي واحد
    [two] مصدران أصليان
    [few] { $n } مصادر أصلية
    [many] { $n } مصدرا أصليا
   *[other] { $n } مصدر أصلي
}
n-gates = { $n ->
    [zero] لا ناقل
    [one] ناقل واحد
    [two] ناقلان
    [few] { $n } ناقلين
    [many] { $n } ناقلا
   *[other] { $n } ناقل
}
n-people = { $n ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $n } أشخاص
    [many] { $n } شخصا
   *[other] { $n } شخص
}
n-mentions = { $n ->
    [zero] لا ذكر
    [one] ذُكر مرة واحدة
    [two] ذُكر مرتين
    [few] { $n } مرات
    [many] { $n } مرة
   *[other] { $n } مرة
}
n-undated = { $n ->
    [zero] لا شيء بلا تاريخ
    [one] واحدة بلا تاريخ
    [two] اثنتان بلا تاريخ
    [few] { $n } بلا تاريخ
    [many] { $n } بلا تاريخ
   *[other] { $n } بلا تاريخ
}
n-unplaced = { $n ->
    [zero] لا شيء بلا مكان
    [one] واحدة بلا مكان
    [two] اثنتان بلا مكان
    [few] { $n } بلا مكان
    [many] { $n } بلا مكان
   *[other] { $n } بلا مكان
}
n-earlier = { $n ->
    [zero] لا أعداد سابقة
    [one] عدد سابق
    [two] عددان سابقان
    [few] { $n } أعداد سابقة
    [many] { $n } عددا سابقا
   *[other] { $n } عدد سابق
}
accounts-part = { $n ->
    [zero] تفترق الروايات
    [one] تفترق الروايات: موقف واحد
    [two] تفترق الروايات: موقفان
    [few] { $n } مواقف متعارضة
    [many] { $n } موقفا متعارضا
   *[other] { $n } موقف متعارض
}
said-by = { $n ->
    [zero] لم يقل شيئا
    [one] قول واحد له
    [two] قولان له
    [few] { $n } أقوال له
    [many] { $n } قولا له
   *[other] { $n } قول له
}
said-about = { $n ->
    [zero] لم يُقل عنه شيء
    [one] قول واحد عنه
    [two] قولان عنه
    [few] { $n } أقوال عنه
    [many] { $n } قولا عنه
   *[other] { $n } قول عنه
}
other-places = { $n ->
    [zero] لا أماكن أخرى بهذا الاسم
    [one] مكان آخر بهذا الاسم
    [two] مكانان آخران بهذا الاسم
    [few] { $n } أماكن أخرى بهذا الاسم
    [many] { $n } مكانا آخر بهذا الاسم
   *[other] { $n } مكان آخر بهذا الاسم
}
left-out = { $n ->
    [zero] رُسمت كل التقارير.
    [one] تقرير لاحق واحد غير مرسوم.
    [two] تقريران لاحقان غير مرسومين.
    [few] { $n } تقارير لاحقة غير مرسومة.
    [many] { $n } تقريرا لاحقا غير مرسوم.
   *[other] { $n } تقرير لاحق غير مرسوم.
}
years-old = { $n ->
    [zero] رضيع
    [one] عمره عام
    [two] عمره عامان
    [few] { $n } أعوام
    [many] { $n } عاما
   *[other] { $n } عام
}
at-least = { $n } على الأقل
kilometres = { $n } كم
person-number = الشخص { $n }
sure = ثقة { $n }٪
incidents-around = { $n ->
    [zero] لا حوادث حول { $name }
    [one] حادثة واحدة حول { $name }
    [two] حادثتان حول { $name }
    [few] { $n } حوادث حول { $name }
    [many] { $n } حادثة حول { $name }
   *[other] { $n } حادثة حول { $name }
}

## Dates

month-1 = كانون الثاني/يناير
month-2 = شباط/فبراير
month-3 = آذار/مارس
month-4 = نيسان/أبريل
month-5 = أيار/مايو
month-6 = حزيران/يونيو
month-7 = تموز/يوليو
month-8 = آب/أغسطس
month-9 = أيلول/سبتمبر
month-10 = تشرين الأول/أكتوبر
month-11 = تشرين الثاني/نوفمبر
month-12 = كانون الأول/ديسمبر
short-month-1 = كانون الثاني
short-month-2 = شباط
short-month-3 = آذار
short-month-4 = نيسان
short-month-5 = أيار
short-month-6 = حزيران
short-month-7 = تموز
short-month-8 = آب
short-month-9 = أيلول
short-month-10 = تشرين الأول
short-month-11 = تشرين الثاني
short-month-12 = كانون الأول

## Letters of positions

letter-0 = أ
letter-1 = ب
letter-2 = ج
letter-3 = د
letter-4 = ه
letter-5 = و
letter-6 = ز
letter-7 = ح
letter-8 = ط
letter-9 = ي
letter-10 = ك
letter-11 = ل
letter-12 = م
letter-13 = ن
letter-14 = س
letter-15 = ع
letter-16 = ف
letter-17 = ص
letter-18 = ق
letter-19 = ر
letter-20 = ش
letter-21 = ت
letter-22 = ث
letter-23 = خ
letter-24 = ذ
letter-25 = ض
