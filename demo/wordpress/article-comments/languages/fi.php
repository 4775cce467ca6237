<?php
/**
 * The section in the language "fi". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'fi',
		'dir'              => 'ltr',
		'heading'          => 'Kommentit (%s)',
		'policy'           => 'Kommenttien tulee tuoda juttuun jotain lisää. Jos kommentti on loukkaava tai ei liity aiheeseen, ilmoita siitä, niin toimitus tarkistaa sen.',
		'policyLink'       => 'Kommentoinnin säännöt',
		'closed'           => 'Kommentointi on päättynyt. Se on avoinna rajoitetun ajan julkaisun jälkeen.',
		'empty'            => 'Ei vielä kommentteja. Mitä mieltä sinä olet?',
		'emptyClosed'      => 'Kommentteja ei kirjoitettu.',
		'order'            => 'Järjestys',
		'oldest'           => 'Vanhimmat ensin',
		'newest'           => 'Uusimmat ensin',
		'commentBy'        => 'Kommentti, kirjoittaja: %s',
		'replyBy'          => 'Vastaus käyttäjälle %2$s, kirjoittaja: %1$s',
		'inReplyTo'        => 'vastaus käyttäjälle %s',
		'inReplyToUnknown' => 'vastaus kommenttiin, jota ei näytetä',
		'timeOf'           => '%1$s: kommentti, kirjoittaja: %2$s',
		'anonymous'        => 'Nimetön',
		'author'           => 'Jutun kirjoittaja',
		'staff'            => 'Toimitus',
		'edited'           => 'muokattu',
		'report'           => 'Ilmoita asiattomasta',
		'reportShort'      => 'Ilmoita',
		'reply'            => 'Vastaa',
		'hideReplies'      => 'Piilota vastaukset',
		'more'             => 'Lisää',
		'moreReplies'      => 'Lataa lisää vastauksia',
		'loadMore'         => 'Lataa lisää kommentteja',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{day}.{month}.{year} klo {hour}.{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'G',
		'months'      => array( '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12' ),
		'periods'     => array(),
		'separator'   => "\u{a0}",
		'least'       => 4,
		'group'       => 3,
		'digits'      => array(),
		'zones'       => array(),
		'east'        => 'UTC+%s',
		'west'        => 'UTC-%s',
		'eastMinutes' => 'UTC+%s.%s',
		'westMinutes' => 'UTC-%s.%s',
	),
	'regions' => array(),
);
