<?php
/**
 * The section in the language "sv". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'sv',
		'dir'              => 'ltr',
		'heading'          => 'Kommentarer (%s)',
		'policy'           => 'Kommentarer ska tillföra något till artikeln. Om en kommentar är kränkande eller inte håller sig till ämnet kan du anmäla den, så tittar redaktionen på den.',
		'policyLink'       => 'Våra regler för kommentarer',
		'closed'           => 'Kommentarerna är stängda. De är öppna under en begränsad tid efter publiceringen.',
		'empty'            => 'Inga kommentarer än. Vad tycker du?',
		'emptyClosed'      => 'Inga kommentarer skrevs.',
		'order'            => 'Sortera efter',
		'oldest'           => 'Äldst',
		'newest'           => 'Nyast',
		'commentBy'        => 'Kommentar från %s',
		'replyBy'          => 'Svar från %1$s till %2$s',
		'inReplyTo'        => 'svar till %s',
		'inReplyToUnknown' => 'svar på en kommentar som inte visas',
		'timeOf'           => '%1$s: kommentar från %2$s',
		'anonymous'        => 'Anonym',
		'author'           => 'Skribent',
		'staff'            => 'Redaktionen',
		'edited'           => 'redigerad',
		'report'           => 'Anmäl',
		'reportShort'      => 'Anmäl',
		'reply'            => 'Svara',
		'hideReplies'      => 'Dölj svar',
		'more'             => 'Mer',
		'moreReplies'      => 'Visa fler svar',
		'loadMore'         => 'Visa fler kommentarer',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{day} {month} {year} {hour}:{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'H',
		'months'      => array( 'jan.', 'feb.', 'mars', 'apr.', 'maj', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.' ),
		'periods'     => array(),
		'separator'   => "\u{a0}",
		'least'       => 4,
		'group'       => 3,
		'digits'      => array(),
		'zones'       => array(
			'GMT+0000'              => 'GMT',
			'WET+0000'              => 'WET',
			'WEST+0100'             => 'WEST',
			'CET+0100'              => 'CET',
			'CEST+0200'             => 'CEST',
			'EET+0200'              => 'EET',
			'EEST+0300'             => 'EEST',
			'Antarctica/Troll+0000' => 'GMT',
		),
		'east'        => 'GMT+%s',
		'west'        => 'GMT−%s',
		'eastMinutes' => 'GMT+%s:%s',
		'westMinutes' => 'GMT−%s:%s',
	),
	'regions' => array(
		'fi' => array(
			'pattern' => '{day} {month} {year} {hour}.{minute} {timeZoneName}',
		),
	),
);
