<?php
/**
 * The section in the language "hu". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'hu',
		'dir'              => 'ltr',
		'heading'          => 'Hozzászólások (%s)',
		'policy'           => 'A hozzászólások gazdagítsák a cikket. Ha egy hozzászólás sértő vagy nem a témáról szól, jelentse, és a szerkesztőség megnézi.',
		'policyLink'       => 'Hozzászólási szabályzat',
		'closed'           => 'A hozzászólás lezárult. A cikkekhez a megjelenés után korlátozott ideig lehet hozzászólni.',
		'empty'            => 'Még nincs hozzászólás. Önnek mi a véleménye?',
		'emptyClosed'      => 'Nem érkezett hozzászólás.',
		'order'            => 'Rendezés',
		'oldest'           => 'Legrégebbi elöl',
		'newest'           => 'Legújabb elöl',
		'commentBy'        => '%s hozzászólása',
		'replyBy'          => '%1$s válasza %2$s hozzászólására',
		'inReplyTo'        => 'válasz %s hozzászólására',
		'inReplyToUnknown' => 'válasz egy itt nem látható hozzászólásra',
		'timeOf'           => '%1$s: %2$s hozzászólása',
		'anonymous'        => 'Névtelen',
		'author'           => 'Szerző',
		'staff'            => 'Szerkesztőség',
		'edited'           => 'szerkesztve',
		'report'           => 'Jelentés',
		'reportShort'      => 'Jelentés',
		'reply'            => 'Válasz',
		'hideReplies'      => 'Válaszok elrejtése',
		'more'             => 'Továbbiak',
		'moreReplies'      => 'További válaszok',
		'loadMore'         => 'További hozzászólások',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{year}. {month} {day}. {hour}:{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'H',
		'months'      => array( 'jan.', 'febr.', 'márc.', 'ápr.', 'máj.', 'jún.', 'júl.', 'aug.', 'szept.', 'okt.', 'nov.', 'dec.' ),
		'periods'     => array(),
		'separator'   => "\u{a0}",
		'least'       => 5,
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
