<?php
/**
 * The section in the language "ca". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'ca',
		'dir'              => 'ltr',
		'heading'          => 'Comentaris (%s)',
		'policy'           => 'Els comentaris han d’aportar alguna cosa a l’article. Si n’hi ha cap d’ofensiu o fora de tema, denuncieu-lo i la redacció el revisarà.',
		'policyLink'       => 'Les nostres normes de participació',
		'closed'           => 'Els comentaris estan tancats. Estan oberts durant un temps limitat després de la publicació.',
		'empty'            => 'Encara no hi ha comentaris. Què en penseu?',
		'emptyClosed'      => 'No s’hi va publicar cap comentari.',
		'order'            => 'Ordena per',
		'oldest'           => 'Més antics',
		'newest'           => 'Més recents',
		'commentBy'        => 'Comentari escrit per %s',
		'replyBy'          => 'Resposta escrita per %1$s a %2$s',
		'inReplyTo'        => 'en resposta a %s',
		'inReplyToUnknown' => 'en resposta a un comentari que no es mostra',
		'timeOf'           => '%1$s: comentari escrit per %2$s',
		'anonymous'        => 'Anònim',
		'author'           => 'Autoria',
		'staff'            => 'Redacció',
		'edited'           => 'editat',
		'report'           => 'Denuncia',
		'reportShort'      => 'Denuncia',
		'reply'            => 'Respon',
		'hideReplies'      => 'Amaga les respostes',
		'more'             => 'Més',
		'moreReplies'      => 'Carrega més respostes',
		'loadMore'         => 'Carrega més comentaris',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{day} {month} del {year}, {hour}:{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'G',
		'months'      => array( 'de gen.', 'de febr.', 'de març', 'd’abr.', 'de maig', 'de juny', 'de jul.', 'd’ag.', 'de set.', 'd’oct.', 'de nov.', 'de des.' ),
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
