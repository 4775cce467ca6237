<?php
/**
 * The section in the language "pt-PT". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'pt-PT',
		'dir'              => 'ltr',
		'heading'          => 'Comentários (%s)',
		'policy'           => 'Os comentários devem acrescentar algo ao artigo. Se algum for ofensivo ou fugir ao tema, denuncie-o e a redação irá analisá-lo.',
		'policyLink'       => 'As nossas regras para comentários',
		'closed'           => 'Os comentários estão encerrados. Ficam abertos por tempo limitado após a publicação.',
		'empty'            => 'Ainda não há comentários. Qual é a sua opinião?',
		'emptyClosed'      => 'Não foi publicado nenhum comentário.',
		'order'            => 'Ordenar por',
		'oldest'           => 'Mais antigos',
		'newest'           => 'Mais recentes',
		'commentBy'        => 'Comentário de %s',
		'replyBy'          => 'Resposta de %1$s a %2$s',
		'inReplyTo'        => 'em resposta a %s',
		'inReplyToUnknown' => 'em resposta a um comentário que não é apresentado',
		'timeOf'           => '%1$s: comentário de %2$s',
		'anonymous'        => 'Anónimo',
		'author'           => 'Autoria',
		'staff'            => 'Redação',
		'edited'           => 'editado',
		'report'           => 'Denunciar',
		'reportShort'      => 'Denunciar',
		'reply'            => 'Responder',
		'hideReplies'      => 'Ocultar respostas',
		'more'             => 'Mais',
		'moreReplies'      => 'Carregar mais respostas',
		'loadMore'         => 'Carregar mais comentários',
	),
	'formats' => array(
		'calendar'    => 'gregory',
		'pattern'     => '{day}/{month}/{year}, {hour}:{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'H',
		'months'      => array( '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12' ),
		'periods'     => array(),
		'separator'   => "\u{a0}",
		'least'       => 5,
		'group'       => 3,
		'digits'      => array(),
		'zones'       => array(
			'WET+0000'             => 'WET',
			'WEST+0100'            => 'WEST',
			'CET+0100'             => 'CET',
			'CEST+0200'            => 'CEST',
			'EET+0200'             => 'EET',
			'EEST+0300'            => 'EEST',
			'Atlantic/Azores-0100' => 'AZOT',
			'Atlantic/Azores+0000' => 'AZOST',
		),
		'east'        => 'GMT+%s',
		'west'        => 'GMT-%s',
		'eastMinutes' => 'GMT+%s:%s',
		'westMinutes' => 'GMT-%s:%s',
	),
	'regions' => array(
		'ao' => array(
			'least' => 4,
			'zones' => array(),
		),
		'cv' => array(
			'zones' => array(),
		),
		'gw' => 'cv',
		'mo' => array(
			'pattern' => '{day}/{month}/{year}, {hour}:{minute} {dayPeriod} {timeZoneName}',
			'hour'    => 'g',
			'periods' => array(
				0  => 'a.m.',
				12 => 'p.m.',
			),
			'zones'   => array(),
		),
		'mz' => 'cv',
		'st' => 'cv',
		'tl' => 'cv',
	),
);
