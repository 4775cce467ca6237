<?php
/**
 * The section in the language "ro". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'ro',
		'dir'              => 'ltr',
		'heading'          => 'Comentarii (%s)',
		'policy'           => 'Comentariile ar trebui să completeze articolul. Dacă un comentariu este jignitor sau nu are legătură cu subiectul, raportați-l, iar redacția îl va verifica.',
		'policyLink'       => 'Regulile noastre pentru comentarii',
		'closed'           => 'Comentariile sunt închise. Ele rămân deschise o perioadă limitată după publicare.',
		'empty'            => 'Niciun comentariu deocamdată. Ce părere aveți?',
		'emptyClosed'      => 'Nu a fost publicat niciun comentariu.',
		'order'            => 'Sortare după',
		'oldest'           => 'Cele mai vechi',
		'newest'           => 'Cele mai noi',
		'commentBy'        => 'Comentariu de %s',
		'replyBy'          => 'Răspuns de la %1$s pentru %2$s',
		'inReplyTo'        => 'ca răspuns pentru %s',
		'inReplyToUnknown' => 'ca răspuns la un comentariu care nu este afișat',
		'timeOf'           => '%1$s: comentariul scris de %2$s',
		'anonymous'        => 'Anonim',
		'author'           => 'Autor',
		'staff'            => 'Redacția',
		'edited'           => 'editat',
		'report'           => 'Raportare abuz',
		'reportShort'      => 'Raportare',
		'reply'            => 'Răspuns',
		'hideReplies'      => 'Ascundere răspunsuri',
		'more'             => 'Mai multe',
		'moreReplies'      => 'Mai multe răspunsuri',
		'loadMore'         => 'Mai multe comentarii',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{day} {month} {year}, {hour}:{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'H',
		'months'      => array( 'ian.', 'feb.', 'mar.', 'apr.', 'mai', 'iun.', 'iul.', 'aug.', 'sept.', 'oct.', 'nov.', 'dec.' ),
		'periods'     => array(),
		'separator'   => '.',
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
		'west'        => 'GMT-%s',
		'eastMinutes' => 'GMT+%s:%s',
		'westMinutes' => 'GMT-%s:%s',
	),
	'regions' => array(),
);
