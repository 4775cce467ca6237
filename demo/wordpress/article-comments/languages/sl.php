<?php
/**
 * The section in the language "sl". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'sl',
		'dir'              => 'ltr',
		'heading'          => 'Komentarji (%s)',
		'policy'           => 'Komentarji naj temo dopolnijo. Če je kateri žaljiv ali se ne nanaša na temo, ga prijavite in uredništvo ga bo pregledalo.',
		'policyLink'       => 'Naša pravila komentiranja',
		'closed'           => 'Komentiranje je zaprto. Komentarje sprejemamo omejen čas po objavi.',
		'empty'            => 'Komentarjev še ni. Kaj menite vi?',
		'emptyClosed'      => 'Objavljen ni bil noben komentar.',
		'order'            => 'Razvrstitev',
		'oldest'           => 'Najstarejši',
		'newest'           => 'Najnovejši',
		'commentBy'        => 'Komentar: %s',
		'replyBy'          => 'Odgovor: %1$s, na komentar: %2$s',
		'inReplyTo'        => 'odgovor na komentar: %s',
		'inReplyToUnknown' => 'odgovor na komentar, ki ni prikazan',
		'timeOf'           => '%1$s, komentar: %2$s',
		'anonymous'        => 'Anonimno',
		'author'           => 'Avtor',
		'staff'            => 'Uredništvo',
		'edited'           => 'urejeno',
		'report'           => 'Prijavi zlorabo',
		'reportShort'      => 'Prijavi',
		'reply'            => 'Odgovori',
		'hideReplies'      => 'Skrij odgovore',
		'more'             => 'Več',
		'moreReplies'      => 'Naloži več odgovorov',
		'loadMore'         => 'Naloži več komentarjev',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{day}. {month} {year}, {hour}:{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'H',
		'months'      => array( 'jan.', 'feb.', 'mar.', 'apr.', 'maj', 'jun.', 'jul.', 'avg.', 'sep.', 'okt.', 'nov.', 'dec.' ),
		'periods'     => array(),
		'separator'   => '.',
		'least'       => 5,
		'group'       => 3,
		'digits'      => array(),
		'zones'       => array(),
		'east'        => 'GMT +%s',
		'west'        => 'GMT -%s',
		'eastMinutes' => 'GMT +%s.%s',
		'westMinutes' => 'GMT -%s.%s',
	),
	'regions' => array(),
);
