# language: fr
@MSS @vague2
Fonctionnalité: Se connecter à l'opérateur MSSanté

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect
    Et un confrère, dont le médecin connaît l'adresse MSSanté
    Et sa boîte MSSanté, que le logiciel ne connaît pas encore

  @REQ:MSS/CONF.05 @REQ:MSS/va1.03
  Scénario: l'envoi s'ouvre par TLS
    Quand le médecin règle sa boîte
    Alors l'envoi a été ouvert sous TLS

  @REQ:MSS/CONF.06 @REQ:MSS/va1.03
  Scénario: la lecture s'ouvre par TLS
    Quand le médecin règle sa boîte
    Alors la lecture a été ouverte sous TLS

  @REQ:MSS/CONF.07
  Scénario: le médecin se fait reconnaître par son jeton, une fois TLS ouvert
    Quand le médecin règle sa boîte
    Alors le médecin a été reconnu par son jeton, sous TLS

  @REQ:MSS/CONF.09
  Scénario: le jeton de la lecture peut partir en un seul échange
    Quand le médecin règle sa boîte
    Alors le jeton de la lecture est parti en un seul échange, et a été accepté

  @REQ:MSS/CONF.28 @reglage:psc.access-token-seconds=5
  Scénario: le jeton d'accès ne sert que le temps de sa vie
    Quand le médecin règle sa boîte
    Et le jeton d'accès du médecin a expiré
    Et le médecin écrit à son confrère, sans document
    Alors aucun jeton fini n'a été présenté à l'opérateur
