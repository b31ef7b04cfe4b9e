# language: fr
@MSS @vague2
Fonctionnalité: Parler à l'opérateur MSSanté sous le chiffrement que le référentiel demande

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect
    Et un confrère, dont le médecin connaît l'adresse MSSanté
    Et sa boîte MSSanté, que le logiciel ne connaît pas encore

  @REQ:MSS/va1.06
  Scénario: le logiciel reconnaît le certificat de l'opérateur
    Quand le médecin règle sa boîte
    Alors le logiciel a tenu le certificat de l'opérateur pour bon

  @REQ:MSS/CONF.02
  Scénario: une version de TLS postérieure à 1.2 peut être employée
    Quand le médecin règle sa boîte
    Alors la boîte s'est ouverte en TLS 1.3

  @REQ:MSS/CONF.03
  Scénario: avec un opérateur qui ne parle que TLS 1.2, la suite est de la liste
    Étant donné une panne : l'opérateur MSSanté ne parle que TLS 1.2
    Quand le médecin règle sa boîte
    Alors la boîte s'est ouverte en TLS 1.2, par une des six suites

  @REQ:MSS/CONF.03 @REQ:MSS/va1.10
  Plan du Scénario: rien n'est dit à un opérateur qui n'offre <suite>
    Étant donné une panne : l'opérateur MSSanté n'offre <suite>
    Quand le médecin règle sa boîte
    Alors aucun jeton n'est parti vers ce serveur

    Exemples:
      | suite                                |
      | qu'une suite récente, hors des six   |
      | qu'une suite ancienne, hors des six  |

  @REQ:MSS/va1.05
  Scénario: rien n'est dit à un opérateur dont le certificat est révoqué
    Étant donné son opérateur, dont le certificat dit où se vérifie sa révocation
    Et une panne : l'opérateur MSSanté présente un certificat révoqué
    Quand le médecin règle sa boîte
    Alors aucun jeton n'est parti vers ce serveur

  @REQ:MSS/CONF.22
  Scénario: une liste de révocation gardée suffit quand la suivante ne vient pas
    Étant donné son opérateur, dont le certificat dit où se vérifie sa révocation
    Et une panne : l'opérateur MSSanté ne donne plus sa liste de révocation
    Quand le médecin règle sa boîte
    Alors la boîte s'est ouverte, avec la liste gardée
