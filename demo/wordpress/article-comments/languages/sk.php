<?php
/**
 * The section in the language "sk". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'sk',
		'dir'              => 'ltr',
		'heading'          => 'Komentáre (%s)',
		'policy'           => 'Komentáre by mali článok obohatiť. Ak je niektorý urážlivý alebo mimo témy, nahláste ho a redakcia ho posúdi.',
		'policyLink'       => 'Pravidlá diskusie',
		'closed'           => 'Diskusia je uzavretá. Články možno komentovať len obmedzený čas po zverejnení.',
		'empty'            => 'Zatiaľ tu nie sú žiadne komentáre. Čo si o tom myslíte?',
		'emptyClosed'      => 'Neboli zverejnené žiadne komentáre.',
		'order'            => 'Zoradenie',
		'oldest'           => 'Najstaršie',
		'newest'           => 'Najnovšie',
		'commentBy'        => 'Komentár: %s',
		'replyBy'          => 'Odpoveď: %1$s, na komentár: %2$s',
		'inReplyTo'        => 'v odpovedi na komentár: %s',
		'inReplyToUnknown' => 'v odpovedi na komentár, ktorý tu nie je',
		'timeOf'           => '%1$s, komentár: %2$s',
		'anonymous'        => 'Anonym',
		'author'           => 'Autor',
		'staff'            => 'Redakcia',
		'edited'           => 'upravené',
		'report'           => 'Nahlásiť',
		'reportShort'      => 'Nahlásiť',
		'reply'            => 'Odpovedať',
		'hideReplies'      => 'Skryť odpovede',
		'more'             => 'Ďalšie',
		'moreReplies'      => 'Načítať ďalšie odpovede',
		'loadMore'         => 'Načítať ďalšie komentáre',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{day}. {month}. {year}, {hour}:{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'G',
		'months'      => array( '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12' ),
		'periods'     => array(),
		'separator'   => "\u{a0}",
		'least'       => 4,
		'group'       => 3,
		'digits'      => array(),
		'zones'       => array(
			'CET+0100'  => 'SEČ',
			'CEST+0200' => 'SELČ',
		),
		'east'        => 'GMT+%s',
		'west'        => 'GMT-%s',
		'eastMinutes' => 'GMT+%s:%s',
		'westMinutes' => 'GMT-%s:%s',
	),
	'regions' => array(),
);
