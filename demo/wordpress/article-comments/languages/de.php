<?php
/**
 * The section in the language "de". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'de',
		'dir'              => 'ltr',
		'heading'          => 'Kommentare (%s)',
		'policy'           => 'Kommentare sollen den Artikel ergänzen: um Erfahrungen, Argumente, Fakten, Links. Beleidigt ein Kommentar jemanden oder geht er am Thema vorbei, melden Sie ihn bitte; die Redaktion sieht ihn sich an.',
		'policyLink'       => 'Unsere Regeln für Kommentare',
		'closed'           => 'Die Kommentare sind geschlossen. Nach dem Erscheinen eines Artikels kann eine begrenzte Zeit lang kommentiert werden.',
		'empty'            => 'Noch keine Kommentare. Was meinen Sie?',
		'emptyClosed'      => 'Es wurden keine Kommentare abgegeben.',
		'order'            => 'Sortieren nach',
		'oldest'           => 'Älteste',
		'newest'           => 'Neueste',
		'commentBy'        => 'Kommentar von %s',
		'replyBy'          => 'Antwort von %1$s an %2$s',
		'inReplyTo'        => 'als Antwort auf %s',
		'inReplyToUnknown' => 'als Antwort auf einen Kommentar, der hier nicht angezeigt wird',
		'timeOf'           => '%1$s: Kommentar von %2$s',
		'anonymous'        => 'Anonym',
		'author'           => 'Autor/in',
		'staff'            => 'Redaktion',
		'edited'           => 'bearbeitet',
		'report'           => 'Verstoß melden',
		'reportShort'      => 'Melden',
		'reply'            => 'Antworten',
		'hideReplies'      => 'Antworten ausblenden',
		'more'             => 'Mehr',
		'moreReplies'      => 'Weitere Antworten laden',
		'loadMore'         => 'Weitere Kommentare laden',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{day}. {month} {year}, {hour}:{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'H',
		'months'      => array( 'Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.' ),
		'periods'     => array(),
		'separator'   => '.',
		'least'       => 4,
		'group'       => 3,
		'digits'      => array(),
		'zones'       => array(
			'WET+0000'  => 'WEZ',
			'WEST+0100' => 'WESZ',
			'CET+0100'  => 'MEZ',
			'CEST+0200' => 'MESZ',
			'EET+0200'  => 'OEZ',
			'EEST+0300' => 'OESZ',
		),
		'east'        => 'GMT+%s',
		'west'        => 'GMT-%s',
		'eastMinutes' => 'GMT+%s:%s',
		'westMinutes' => 'GMT-%s:%s',
	),
	'regions' => array(
		'at' => array(
			'months'    => array( 'Jän.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sep.', 'Okt.', 'Nov.', 'Dez.' ),
			'separator' => "\u{a0}",
		),
		'ch' => array(
			'separator' => '\'',
		),
		'it' => array(
			'months' => array( 'Jän.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sep.', 'Okt.', 'Nov.', 'Dez.' ),
		),
		'li' => 'ch',
	),
);
