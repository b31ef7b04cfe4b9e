# language: fr
@MSS @vague2
Fonctionnalité: Ouvrir et fermer les sessions de la messagerie

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect
    Et sa boîte MSSanté, réglée dans le logiciel
    Et un confrère, dont le médecin connaît l'adresse MSSanté
    Et un patient à l'identité qualifiée

  @REQ:MSS/CONF.10
  Scénario: la fin de la session du médecin ferme celle de sa boîte
    Étant donné le médecin, qui a relevé sa boîte
    Quand le médecin se déconnecte, puis relève sa boîte
    Alors la boîte n'est plus employée

  @REQ:MSS/CONF.11
  Scénario: une session que l'opérateur coupe est rouverte sans geste
    Étant donné le médecin, qui a relevé sa boîte
    Et dans sa boîte, un message sans document de son confrère
    Et une panne : l'opérateur coupe la session de la boîte
    Quand le médecin relève sa boîte
    Alors la boîte est relevée, dans une session rouverte sans geste

  @REQ:MSS/CONF.08
  Scénario: une panne de la messagerie ne gêne pas le reste
    Étant donné une panne : l'opérateur MSSanté ne répond plus
    Quand le médecin relève sa boîte, puis ouvre le dossier du patient
    Alors le dossier s'est ouvert malgré la panne

  @REQ:MSS/va1.04
  Scénario: rien n'est dit à un opérateur dont le certificat a expiré
    Étant donné une panne : l'opérateur MSSanté présente un certificat expiré
    Quand le médecin écrit à son confrère, sans document
    Alors aucun jeton n'est parti vers ce serveur

  @REQ:MSS/CONF.27
  Scénario: rien n'est dit à un opérateur dont nul ne connaît l'autorité
    Étant donné une panne : l'opérateur MSSanté présente un certificat d'une autorité inconnue
    Quand le médecin écrit à son confrère, sans document
    Alors aucun jeton n'est parti vers ce serveur

  @REQ:MSS-T18
  Scénario: rien n'est dit à un opérateur qui présente le certificat d'un autre
    Étant donné une panne : l'opérateur MSSanté présente le certificat d'un autre
    Quand le médecin écrit à son confrère, sans document
    Alors aucun jeton n'est parti vers ce serveur

  @REQ:MSS/va1.31 @REQ:MSS/CONF.01
  Scénario: rien n'est dit à un opérateur qui ne parle que TLS 1.1
    Étant donné une panne : l'opérateur MSSanté ne parle que TLS 1.1
    Quand le médecin écrit à son confrère, sans document
    Alors aucun jeton n'est parti vers ce serveur

  @REQ:MSS/CONF.17 @REQ:MSS/CONF.18
  Scénario: chaque envoi est tracé, avec la réponse du serveur
    Étant donné un courrier d'adressage que le médecin a validé
    Quand le médecin envoie ce document à son confrère
    Alors les traces disent cet envoi, son auteur et la réponse du serveur

  @REQ:MSS/CONF.18
  Scénario: un échec est tracé lui aussi
    Étant donné une panne : l'opérateur MSSanté ne répond plus
    Quand le médecin écrit à son confrère, sans document
    Alors les traces disent cet échec
