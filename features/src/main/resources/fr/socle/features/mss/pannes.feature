# language: fr
@MSS @vague2
Fonctionnalité: Supporter les pannes de la messagerie

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect
    Et un confrère, dont le médecin connaît l'adresse MSSanté
    Et un patient à l'identité qualifiée

  @REQ:MSS/va1.03 @reglage:mss.clair=oui
  Plan du Scénario: rien ne passe en clair quand TLS ne s'ouvre pas : <panne>
    Étant donné sa boîte MSSanté, que le logiciel ne connaît pas encore
    Et une panne de la messagerie : <panne>
    Quand le médecin règle sa boîte
    Alors aucun jeton n'est parti en clair

    Exemples:
      | panne                          |
      | TLS n'est pas offert à l'envoi |
      | TLS est refusé à l'envoi       |
      | TLS est refusé à la lecture    |

  @REQ:MSS/CONF.08
  Plan du Scénario: une boîte qui ne s'ouvre pas ne gêne pas le reste : <panne>
    Étant donné sa boîte MSSanté, que le logiciel ne connaît pas encore
    Et une panne de la messagerie : <panne>
    Quand le médecin règle sa boîte, puis ouvre le dossier du patient
    Alors la boîte ne s'est pas réglée, mais le dossier s'est ouvert

    Exemples:
      | panne                                    |
      | le jeton est dit fini à l'envoi          |
      | le jeton est dit d'un autre à l'envoi    |
      | le jeton est dit fini à la lecture       |
      | le jeton est dit d'un autre à la lecture |
      | l'envoi n'est pas assuré                 |
      | la lecture n'est pas assurée             |
      | TLS est refusé à la lecture              |

  @REQ:MSS/CONF.08
  Scénario: une configuration qui n'est pas publiée ne gêne pas le reste
    Étant donné sa boîte MSSanté, que le logiciel ne connaît pas encore
    Et une panne de la messagerie : la configuration de la boîte n'est pas publiée
    Quand le médecin laisse sa boîte se régler, puis ouvre le dossier du patient
    Alors la boîte ne s'est pas réglée, mais le dossier s'est ouvert

  @REQ:MSS-T17 @REQ:MSS/CONF.18
  Plan du Scénario: un message que l'opérateur refuse n'est pas dit parti : <panne>
    Étant donné sa boîte MSSanté, réglée dans le logiciel
    Et une panne de la messagerie : <panne>
    Quand le médecin écrit à son confrère, sans document
    Alors le logiciel ne dit pas ce message parti
    Et les traces, si elles se lisent, disent cet échec

    Exemples:
      | panne                                          |
      | le domaine du confrère n'est pas dans la liste |
      | le domaine du médecin n'est pas dans la liste  |
      | le médecin n'est pas reconnu pour l'expéditeur |
      | la boîte du confrère est pleine                |
      | la boîte du confrère est pleine pour le moment |
      | la boîte du confrère n'existe pas              |
      | un virus est vu dans le message                |
      | le message est dit trop gros d'avance          |
      | le message est dit trop gros à la fin          |

  @REQ:MSS-T17
  Scénario: un destinataire refusé n'est pas dit servi
    Étant donné sa boîte MSSanté, réglée dans le logiciel
    Quand le médecin écrit à son confrère et à une adresse que personne n'a
    Alors le logiciel ne dit le message parti que pour le confrère

  @REQ:MSS-T15
  Scénario: une lecture coupée au milieu d'un message n'empêche pas de le lire
    Étant donné sa boîte MSSanté, réglée dans le logiciel
    Et le médecin, qui a relevé sa boîte
    Et dans sa boîte, un message sans document de son confrère
    Et une panne de la messagerie : la lecture est coupée au milieu d'un message
    Quand le médecin relève sa boîte, et encore une fois si ce message n'y est pas
    Alors ce message est montré, comme s'il était seul

  @REQ:MSS-T15
  Scénario: une boîte renumérotée pendant que sa session est coupée se lit encore
    Étant donné sa boîte MSSanté, réglée dans le logiciel
    Et dans sa boîte, un message sans document de son confrère
    Et le médecin, qui a relevé sa boîte
    Et une panne de la messagerie : la boîte est renumérotée
    Et une panne : l'opérateur coupe la session de la boîte
    Et dans sa boîte, un message sans document de son confrère
    Quand le médecin relève sa boîte, et encore une fois si ce message n'y est pas
    Alors ce message est montré, comme s'il était seul

  @REQ:MSS-T15
  Plan du Scénario: la boîte se lit malgré tout : <panne>
    Étant donné sa boîte MSSanté, réglée dans le logiciel
    Et dans sa boîte, un message sans document de son confrère
    Et le médecin, qui a relevé sa boîte
    Et une panne de la messagerie : <panne>
    Et dans sa boîte, un message sans document de son confrère
    Et dans sa boîte, un message sans document de son confrère
    Quand le médecin relève sa boîte
    Alors ce message est montré, comme s'il était seul

    Exemples:
      | panne                                     |
      | les messages viennent goutte à goutte     |
      | un autre client efface le premier message |
