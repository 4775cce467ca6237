<?php
/**
 * The section in the language "lv". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'lv',
		'dir'              => 'ltr',
		'heading'          => 'Komentāri (%s)',
		'policy'           => 'Komentāriem vajadzētu papildināt tematu. Ja kāds ir aizskarošs vai neattiecas uz tematu, ziņojiet par to, un redakcija to izskatīs.',
		'policyLink'       => 'Mūsu komentēšanas noteikumi',
		'closed'           => 'Komentēšana ir slēgta. Komentārus pieņemam ierobežotu laiku pēc publicēšanas.',
		'empty'            => 'Komentāru vēl nav. Ko domājat jūs?',
		'emptyClosed'      => 'Neviens komentārs netika publicēts.',
		'order'            => 'Secība',
		'oldest'           => 'Vecākie',
		'newest'           => 'Jaunākie',
		'commentBy'        => 'Komentārs: %s',
		'replyBy'          => 'Atbilde: %1$s, uz komentāru: %2$s',
		'inReplyTo'        => 'atbilde uz komentāru: %s',
		'inReplyToUnknown' => 'atbilde uz komentāru, kas nav redzams',
		'timeOf'           => '%1$s, komentārs: %2$s',
		'anonymous'        => 'Anonīmi',
		'author'           => 'Autors',
		'staff'            => 'Redakcija',
		'edited'           => 'labots',
		'report'           => 'Ziņot par pārkāpumu',
		'reportShort'      => 'Ziņot',
		'reply'            => 'Atbildēt',
		'hideReplies'      => 'Paslēpt atbildes',
		'more'             => 'Vairāk',
		'moreReplies'      => 'Ielādēt vēl atbildes',
		'loadMore'         => 'Ielādēt vēl komentārus',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{year}. g. {day}. {month} {hour}:{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'H',
		'months'      => array( 'janv.', 'febr.', 'marts', 'apr.', 'maijs', 'jūn.', 'jūl.', 'aug.', 'sept.', 'okt.', 'nov.', 'dec.' ),
		'periods'     => array(),
		'separator'   => "\u{a0}",
		'least'       => 5,
		'group'       => 3,
		'digits'      => array(),
		'zones'       => array(
			'WET+0000'  => 'WET',
			'WEST+0100' => 'WEST',
			'CET+0100'  => 'CET',
			'CEST+0200' => 'CEST',
			'EET+0200'  => 'EET',
			'EEST+0300' => 'EEST',
		),
		'east'        => 'GMT+%s',
		'west'        => 'GMT-%s',
		'eastMinutes' => 'GMT+%s:%s',
		'westMinutes' => 'GMT-%s:%s',
	),
	'regions' => array(),
);
