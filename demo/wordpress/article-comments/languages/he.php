<?php
/**
 * The section in the language "he". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'he',
		'dir'              => 'rtl',
		'heading'          => 'תגובות (%s)',
		'policy'           => 'תגובות צריכות לתרום לכתבה. אם תגובה פוגענית או חורגת מהנושא, ניתן לדווח עליה ומערכת האתר תבדוק אותה.',
		'policyLink'       => 'כללי התגובות שלנו',
		'closed'           => 'התגובות נסגרו. ניתן להגיב במשך זמן מוגבל לאחר הפרסום.',
		'empty'            => 'אין עדיין תגובות. מה דעתך?',
		'emptyClosed'      => 'לא פורסמו תגובות.',
		'order'            => 'מיון לפי',
		'oldest'           => 'הישנות ביותר',
		'newest'           => 'החדשות ביותר',
		'commentBy'        => 'תגובה מאת %s',
		'replyBy'          => 'תשובה מאת %1$s אל %2$s',
		'inReplyTo'        => 'בתשובה אל %s',
		'inReplyToUnknown' => 'בתשובה לתגובה שאינה מוצגת',
		'timeOf'           => '%1$s: תגובה מאת %2$s',
		'anonymous'        => 'בעילום שם',
		'author'           => 'צוות הכתבה',
		'staff'            => 'המערכת',
		'edited'           => 'נערכה',
		'report'           => 'דיווח על תגובה',
		'reportShort'      => 'דיווח',
		'reply'            => 'תשובה',
		'hideReplies'      => 'הסתרת התשובות',
		'more'             => 'עוד',
		'moreReplies'      => 'לטעינת תשובות נוספות',
		'loadMore'         => 'לטעינת תגובות נוספות',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{day} ב{month} {year}, {hour}:{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'H',
		'months'      => array( 'ינו׳', 'פבר׳', 'מרץ', 'אפר׳', 'מאי', 'יוני', 'יולי', 'אוג׳', 'ספט׳', 'אוק׳', 'נוב׳', 'דצמ׳' ),
		'periods'     => array(),
		'separator'   => ',',
		'least'       => 4,
		'group'       => 3,
		'digits'      => array(),
		'zones'       => array(),
		'east'        => "GMT\u{200e}+%s\u{200e}",
		'west'        => "GMT-%s\u{200e}",
		'eastMinutes' => "GMT\u{200e}+%s:%s\u{200e}",
		'westMinutes' => "GMT-%s:%s\u{200e}\u{200e}",
	),
	'regions' => array(),
);
