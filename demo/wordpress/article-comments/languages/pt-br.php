<?php
/**
 * The section in the language "pt-BR". Made by scripts/wordpress-languages.mjs: do not edit.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

return array(
	'words'   => array(
		'lang'             => 'pt-BR',
		'dir'              => 'ltr',
		'heading'          => 'Comentários (%s)',
		'policy'           => 'Os comentários devem acrescentar algo ao artigo. Se algum for ofensivo ou fugir do assunto, denuncie, e a redação vai analisá-lo.',
		'policyLink'       => 'Nossas regras para comentários',
		'closed'           => 'Os comentários estão encerrados. Eles ficam abertos por tempo limitado após a publicação.',
		'empty'            => 'Ainda não há comentários. O que você acha?',
		'emptyClosed'      => 'Nenhum comentário foi publicado.',
		'order'            => 'Ordenar por',
		'oldest'           => 'Mais antigos',
		'newest'           => 'Mais recentes',
		'commentBy'        => 'Comentário de %s',
		'replyBy'          => 'Resposta de %1$s a %2$s',
		'inReplyTo'        => 'em resposta a %s',
		'inReplyToUnknown' => 'em resposta a um comentário que não é exibido',
		'timeOf'           => '%1$s: comentário de %2$s',
		'anonymous'        => 'Anônimo',
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
		'pattern'     => '{day} de {month} de {year}, {hour}:{minute} {timeZoneName}',
		'day'         => 'j',
		'hour'        => 'H',
		'months'      => array( 'jan.', 'fev.', 'mar.', 'abr.', 'mai.', 'jun.', 'jul.', 'ago.', 'set.', 'out.', 'nov.', 'dez.' ),
		'periods'     => array(),
		'separator'   => '.',
		'least'       => 4,
		'group'       => 3,
		'digits'      => array(),
		'zones'       => array(
			'America/Araguaina-0300'    => 'BRT',
			'America/Bahia-0300'        => 'BRT',
			'America/Belem-0300'        => 'BRT',
			'America/Boa_Vista-0400'    => 'AMT',
			'America/Campo_Grande-0400' => 'AMT',
			'America/Cuiaba-0400'       => 'AMT',
			'America/Eirunepe-0500'     => 'ACT',
			'America/Fortaleza-0300'    => 'BRT',
			'America/Maceio-0300'       => 'BRT',
			'America/Manaus-0400'       => 'AMT',
			'America/Porto_Velho-0400'  => 'AMT',
			'America/Recife-0300'       => 'BRT',
			'America/Rio_Branco-0500'   => 'ACT',
			'America/Santarem-0300'     => 'BRT',
			'America/Sao_Paulo-0300'    => 'BRT',
		),
		'east'        => 'GMT+%s',
		'west'        => 'GMT-%s',
		'eastMinutes' => 'GMT+%s:%s',
		'westMinutes' => 'GMT-%s:%s',
	),
	'regions' => array(),
);
