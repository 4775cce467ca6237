<?php
/**
 * The section in the language "et". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'et',
		'dir'              => 'ltr',
		'heading'          => 'Kommentaarid (%s)',
		'policy'           => 'Kommentaarid peaksid lugu täiendama. Kui mõni kommentaar on solvav või teemaväline, teatage sellest ja toimetus vaatab selle üle.',
		'policyLink'       => 'Kommenteerimise reeglid',
		'closed'           => 'Kommenteerimine on lõppenud. Kommentaarid on oodatud piiratud aja jooksul pärast artikli ilmumist.',
		'empty'            => 'Kommentaare veel ei ole. Mida teie arvate?',
		'emptyClosed'      => 'Kommentaare ei lisatud.',
		'order'            => 'Järjestus',
		'oldest'           => 'Vanemad eespool',
		'newest'           => 'Uuemad eespool',
		'commentBy'        => 'Kasutaja %s kommentaar',
		'replyBy'          => 'Kasutaja %1$s vastus kasutajale %2$s',
		'inReplyTo'        => 'vastus kasutajale %s',
		'inReplyToUnknown' => 'vastus kommentaarile, mida siin ei näidata',
		'timeOf'           => '%1$s: kasutaja %2$s kommentaar',
		'anonymous'        => 'Anonüümne',
		'author'           => 'Autor',
		'staff'            => 'Toimetus',
		'edited'           => 'muudetud',
		'report'           => 'Teata rikkumisest',
		'reportShort'      => 'Teata',
		'reply'            => 'Vasta',
		'hideReplies'      => 'Peida vastused',
		'more'             => 'Rohkem',
		'moreReplies'      => 'Laadi veel vastuseid',
		'loadMore'         => 'Laadi veel kommentaare',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{day}. {month} {year}, {hour}:{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'H',
		'months'      => array( 'jaan', 'veebr', 'märts', 'apr', 'mai', 'juuni', 'juuli', 'aug', 'sept', 'okt', 'nov', 'dets' ),
		'periods'     => array(),
		'separator'   => "\u{a0}",
		'least'       => 5,
		'group'       => 3,
		'digits'      => array(),
		'zones'       => array(),
		'east'        => 'GMT +%s',
		'west'        => 'GMT −%s',
		'eastMinutes' => 'GMT +%s:%s',
		'westMinutes' => 'GMT −%s:%s',
	),
	'regions' => array(),
);
