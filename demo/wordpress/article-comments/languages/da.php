<?php
/**
 * The section in the language "da". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'da',
		'dir'              => 'ltr',
		'heading'          => 'Kommentarer (%s)',
		'policy'           => 'Kommentarer skal bidrage til artiklen. Hvis en kommentar er krænkende eller uden for emnet, kan du anmelde den, så ser redaktionen på den.',
		'policyLink'       => 'Vores regler for kommentarer',
		'closed'           => 'Kommentarsporet er lukket. Det er åbent i en begrænset periode efter udgivelsen.',
		'empty'            => 'Ingen kommentarer endnu. Hvad mener du?',
		'emptyClosed'      => 'Der blev ikke skrevet nogen kommentarer.',
		'order'            => 'Sortér efter',
		'oldest'           => 'Ældste',
		'newest'           => 'Nyeste',
		'commentBy'        => 'Kommentar fra %s',
		'replyBy'          => 'Svar fra %1$s til %2$s',
		'inReplyTo'        => 'svar til %s',
		'inReplyToUnknown' => 'svar på en kommentar, der ikke vises',
		'timeOf'           => '%1$s: kommentar fra %2$s',
		'anonymous'        => 'Anonym',
		'author'           => 'Forfatter',
		'staff'            => 'Redaktionen',
		'edited'           => 'redigeret',
		'report'           => 'Anmeld',
		'reportShort'      => 'Anmeld',
		'reply'            => 'Svar',
		'hideReplies'      => 'Skjul svar',
		'more'             => 'Mere',
		'moreReplies'      => 'Vis flere svar',
		'loadMore'         => 'Vis flere kommentarer',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{day}. {month} {year}, {hour}.{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'H',
		'months'      => array( 'jan.', 'feb.', 'mar.', 'apr.', 'maj', 'jun.', 'jul.', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.' ),
		'periods'     => array(),
		'separator'   => '.',
		'least'       => 4,
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
		'eastMinutes' => 'GMT+%s.%s',
		'westMinutes' => 'GMT-%s.%s',
	),
	'regions' => array(),
);
