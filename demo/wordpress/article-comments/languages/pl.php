<?php
/**
 * The section in the language "pl". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'pl',
		'dir'              => 'ltr',
		'heading'          => 'Komentarze (%s)',
		'policy'           => 'Komentarze powinny wnosić coś do tematu. Obraźliwy lub niezwiązany z tematem komentarz można zgłosić: redakcja go sprawdzi.',
		'policyLink'       => 'Nasze zasady komentowania',
		'closed'           => 'Dyskusja jest zamknięta. Artykuły można komentować przez ograniczony czas po publikacji.',
		'empty'            => 'Nie ma jeszcze komentarzy. Zachęcamy do dyskusji.',
		'emptyClosed'      => 'Nie opublikowano żadnych komentarzy.',
		'order'            => 'Sortowanie',
		'oldest'           => 'Najstarsze',
		'newest'           => 'Najnowsze',
		'commentBy'        => 'Komentarz: %s',
		'replyBy'          => 'Odpowiedź: %1$s, na komentarz: %2$s',
		'inReplyTo'        => 'w odpowiedzi na komentarz: %s',
		'inReplyToUnknown' => 'w odpowiedzi na komentarz, którego tu nie widać',
		'timeOf'           => '%1$s, komentarz: %2$s',
		'anonymous'        => 'Anonim',
		'author'           => 'Autor',
		'staff'            => 'Redakcja',
		'edited'           => 'edytowany',
		'report'           => 'Zgłoś nadużycie',
		'reportShort'      => 'Zgłoś',
		'reply'            => 'Odpowiedz',
		'hideReplies'      => 'Ukryj odpowiedzi',
		'more'             => 'Więcej',
		'moreReplies'      => 'Wczytaj więcej odpowiedzi',
		'loadMore'         => 'Wczytaj więcej komentarzy',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{day} {month} {year}, {hour}:{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'H',
		'months'      => array( 'sty', 'lut', 'mar', 'kwi', 'maj', 'cze', 'lip', 'sie', 'wrz', 'paź', 'lis', 'gru' ),
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
