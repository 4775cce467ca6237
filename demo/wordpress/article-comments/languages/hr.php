<?php
/**
 * The section in the language "hr". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'hr',
		'dir'              => 'ltr',
		'heading'          => 'Komentari (%s)',
		'policy'           => 'Komentari trebaju obogatiti temu. Ako je neki uvredljiv ili ne govori o temi, prijavite ga i uredništvo će ga pogledati.',
		'policyLink'       => 'Naša pravila komentiranja',
		'closed'           => 'Komentiranje je zatvoreno. Komentare primamo ograničeno vrijeme nakon objave.',
		'empty'            => 'Još nema komentara. Što vi mislite?',
		'emptyClosed'      => 'Nije objavljen nijedan komentar.',
		'order'            => 'Poredak',
		'oldest'           => 'Najstariji',
		'newest'           => 'Najnoviji',
		'commentBy'        => 'Komentar: %s',
		'replyBy'          => 'Odgovor: %1$s, na komentar: %2$s',
		'inReplyTo'        => 'odgovor na komentar: %s',
		'inReplyToUnknown' => 'odgovor na komentar koji nije prikazan',
		'timeOf'           => '%1$s, komentar: %2$s',
		'anonymous'        => 'Anonimno',
		'author'           => 'Autor',
		'staff'            => 'Uredništvo',
		'edited'           => 'uređeno',
		'report'           => 'Prijavi zloupotrebu',
		'reportShort'      => 'Prijavi',
		'reply'            => 'Odgovori',
		'hideReplies'      => 'Sakrij odgovore',
		'more'             => 'Više',
		'moreReplies'      => 'Učitaj još odgovora',
		'loadMore'         => 'Učitaj još komentara',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{day}. {month} {year}. {hour}:{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'H',
		'months'      => array( 'sij', 'velj', 'ožu', 'tra', 'svi', 'lip', 'srp', 'kol', 'ruj', 'lis', 'stu', 'pro' ),
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
		'west'        => 'GMT -%s',
		'eastMinutes' => 'GMT+%s:%s',
		'westMinutes' => 'GMT -%s:%s',
	),
	'regions' => array(),
);
