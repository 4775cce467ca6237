<?php
/**
 * The section in the language "fa". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'fa',
		'dir'              => 'rtl',
		'heading'          => 'دیدگاه‌ها (%s)',
		'policy'           => 'دیدگاه‌ها باید چیزی به مطلب بیفزایند. اگر دیدگاهی توهین‌آمیز یا خارج از موضوع است، آن را گزارش کنید تا تحریریه بررسی کند.',
		'policyLink'       => 'مقررات ارسال دیدگاه',
		'closed'           => 'بخش دیدگاه‌ها بسته شده است. دیدگاه‌ها تا مدتی پس از انتشار مطلب پذیرفته می‌شود.',
		'empty'            => 'هنوز دیدگاهی ثبت نشده است. نظر شما چیست؟',
		'emptyClosed'      => 'هیچ دیدگاهی ثبت نشد.',
		'order'            => 'ترتیب',
		'oldest'           => 'قدیمی‌ترین',
		'newest'           => 'تازه‌ترین',
		'commentBy'        => 'دیدگاه %s',
		'replyBy'          => 'پاسخ %1$s به %2$s',
		'inReplyTo'        => 'در پاسخ به %s',
		'inReplyToUnknown' => 'در پاسخ به دیدگاهی که نمایش داده نشده است',
		'timeOf'           => '%1$s: دیدگاه %2$s',
		'anonymous'        => 'ناشناس',
		'author'           => 'نویسنده',
		'staff'            => 'تحریریه',
		'edited'           => 'ویرایش‌شده',
		'report'           => 'گزارش تخلف',
		'reportShort'      => 'گزارش',
		'reply'            => 'پاسخ',
		'hideReplies'      => 'پنهان کردن پاسخ‌ها',
		'more'             => 'بیشتر',
		'moreReplies'      => 'پاسخ‌های بیشتر',
		'loadMore'         => 'دیدگاه‌های بیشتر',
	),
	'formats' => array(
		'calendar'    => 'persian',
		'pattern'     => '{day} {month} {year}، {hour}:{minute} ({timeZoneName})',
		'day'         => 'j',
		'hour'        => 'G',
		'months'      => array( 'فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد', 'شهریور', 'مهر', 'آبان', 'آذر', 'دی', 'بهمن', 'اسفند' ),
		'periods'     => array(),
		'separator'   => '٬',
		'least'       => 4,
		'group'       => 3,
		'digits'      => array( '۰', '۱', '۲', '۳', '۴', '۵', '۶', '۷', '۸', '۹' ),
		'zones'       => array(),
		'east'        => "\u{200e}+%s گرینویچ",
		'west'        => "\u{200e}−%s گرینویچ",
		'eastMinutes' => "\u{200e}+%s:%s گرینویچ",
		'westMinutes' => "\u{200e}−%s:%s گرینویچ",
	),
	'regions' => array(
		'af' => array(
			'months' => array( 'حمل', 'ثور', 'جوزا', 'سرطان', 'اسد', 'سنبلهٔ', 'میزان', 'عقرب', 'قوس', 'جدی', 'دلو', 'حوت' ),
		),
	),
);
