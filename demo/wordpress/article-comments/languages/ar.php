<?php
/**
 * The section in the language "ar". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'ar',
		'dir'              => 'rtl',
		'heading'          => 'التعليقات (%s)',
		'policy'           => 'ينبغي أن تضيف التعليقات إلى الموضوع: تجربةً أو حجةً أو معلومةً أو رابطًا. إذا كان تعليق ما مسيئًا أو خارجًا عن الموضوع فأبلِغ عنه وسينظر فيه أحد المحررين.',
		'policyLink'       => 'سياسة التعليقات لدينا',
		'closed'           => 'أُغلقت التعليقات. نرحب بها لمدة محدودة بعد نشر المقال.',
		'empty'            => 'لا توجد تعليقات بعد. ما رأيك؟',
		'emptyClosed'      => 'لم تُنشر أي تعليقات.',
		'order'            => 'الترتيب حسب',
		'oldest'           => 'الأقدم',
		'newest'           => 'الأحدث',
		'commentBy'        => 'تعليق من %s',
		'replyBy'          => 'رد من %1$s على %2$s',
		'inReplyTo'        => 'ردًا على %s',
		'inReplyToUnknown' => 'ردًا على تعليق غير معروض هنا',
		'timeOf'           => '%1$s: تعليق %2$s',
		'anonymous'        => 'مجهول',
		'author'           => 'الكاتب',
		'staff'            => 'فريق التحرير',
		'edited'           => 'معدَّل',
		'report'           => 'الإبلاغ عن إساءة',
		'reportShort'      => 'الإبلاغ',
		'reply'            => 'رد',
		'hideReplies'      => 'إخفاء الردود',
		'more'             => 'المزيد',
		'moreReplies'      => 'تحميل المزيد من الردود',
		'loadMore'         => 'تحميل المزيد من التعليقات',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{day} {month} {year}، {hour}:{minute} {dayPeriod} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'g',
		'months'      => array( 'يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو', 'يوليو', 'أغسطس', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر' ),
		'periods'     => array(
			0  => 'ص',
			12 => 'م',
		),
		'separator'   => ',',
		'least'       => 4,
		'group'       => 3,
		'digits'      => array(),
		'zones'       => array(),
		'east'        => 'غرينتش+%s',
		'west'        => 'غرينتش-%s',
		'eastMinutes' => 'غرينتش+%s:%s',
		'westMinutes' => 'غرينتش-%s:%s',
	),
	'regions' => array(
		'bh' => array(
			'separator' => '٬',
			'digits'    => array( '٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', '٨', '٩' ),
		),
		'dj' => 'bh',
		'dz' => array(
			'months'    => array( 'جانفي', 'فيفري', 'مارس', 'أفريل', 'ماي', 'جوان', 'جويلية', 'أوت', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر' ),
			'separator' => '.',
		),
		'eg' => 'bh',
		'er' => 'bh',
		'il' => array(
			'pattern'   => '{day} {month} {year}، {hour}:{minute} {timeZoneName}',
			'hour'      => 'H',
			'periods'   => array(),
			'separator' => '٬',
			'digits'    => array( '٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', '٨', '٩' ),
		),
		'iq' => array(
			'months'    => array( 'كانون الثاني', 'شباط', 'آذار', 'نيسان', 'أيار', 'حزيران', 'تموز', 'آب', 'أيلول', "تشرين\u{a0}الأول", 'تشرين الثاني', 'كانون الأول' ),
			'separator' => '٬',
			'digits'    => array( '٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', '٨', '٩' ),
		),
		'jo' => array(
			'months'    => array( 'كانون الثاني', 'شباط', 'آذار', 'نيسان', 'أيار', 'حزيران', 'تموز', 'آب', 'أيلول', 'تشرين الأول', 'تشرين الثاني', 'كانون الأول' ),
			'separator' => '٬',
			'digits'    => array( '٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', '٨', '٩' ),
		),
		'km' => 'il',
		'kw' => 'bh',
		'lb' => 'jo',
		'ly' => array(
			'separator' => '.',
		),
		'ma' => array(
			'pattern'   => '{day} {month} {year}، {hour}:{minute} {timeZoneName}',
			'hour'      => 'H',
			'months'    => array( 'يناير', 'فبراير', 'مارس', 'أبريل', 'ماي', 'يونيو', 'يوليوز', 'غشت', 'شتنبر', 'أكتوبر', 'نونبر', 'دجنبر' ),
			'periods'   => array(),
			'separator' => '.',
		),
		'mr' => array(
			'months'    => array( 'يناير', 'فبراير', 'مارس', 'إبريل', 'مايو', 'يونيو', 'يوليو', 'أغشت', 'شتمبر', 'أكتوبر', 'نوفمبر', 'دجمبر' ),
			'separator' => '٬',
			'digits'    => array( '٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', '٨', '٩' ),
		),
		'om' => 'bh',
		'ps' => 'jo',
		'qa' => 'bh',
		'sa' => 'bh',
		'sd' => 'bh',
		'so' => 'bh',
		'ss' => 'bh',
		'sy' => 'jo',
		'td' => 'bh',
		'tn' => 'dz',
		'ye' => 'bh',
	),
);
