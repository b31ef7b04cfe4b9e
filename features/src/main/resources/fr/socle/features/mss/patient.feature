# language: fr
@MSS @vague1
Fonctionnalité: Écrire à la messagerie d'un patient

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect
    Et sa boîte MSSanté, réglée dans le logiciel

  @REQ:MSS/va1.01 @REQ:MSS/va1.19 @REQ:MSS/UX.32
  Scénario: un document part à l'adresse de l'INS qualifiée du patient
    Étant donné un patient à l'identité qualifiée
    Et sa messagerie de Mon espace santé est ouverte
    Et un courrier d'adressage que le médecin a validé
    Quand le médecin envoie ce document au patient
    Alors le patient a reçu ce document une seule fois

  @REQ:MSS/va1.17
  Plan du Scénario: <document> part au patient
    Étant donné un patient à l'identité qualifiée
    Et sa messagerie de Mon espace santé est ouverte
    Et <document> que le médecin a validée
    Quand le médecin envoie ce document au patient
    Alors le patient a reçu ce document une seule fois

    Exemples:
      | document                            |
      | une lettre de liaison à la sortie   |
      | un compte rendu opératoire          |
      | une prescription de médicaments     |

  @REQ:MSS/va1.19 @REQ:MSS/UX.32
  Scénario: rien ne part au patient dont l'identité n'est pas qualifiée
    Étant donné un patient à l'identité récupérée
    Et un courrier d'adressage que le médecin a validé
    Quand le médecin tente d'envoyer ce document au patient
    Alors rien n'est parti vers la messagerie d'un patient

  @REQ:MSS/va1.20
  Scénario: rien ne part au patient qui ne veut pas qu'on lui écrive
    Étant donné un patient à l'identité qualifiée
    Et sa messagerie de Mon espace santé est ouverte
    Et un courrier d'adressage que le médecin a validé
    Et le patient refuse que sa propre messagerie reçoive ses documents par MSSanté
    Quand le médecin tente d'envoyer ce document au patient
    Alors rien n'est parti vers la messagerie d'un patient

  @REQ:MSS/CONF.21
  Scénario: le médecin n'attend pas de réponse du patient
    Étant donné un patient à l'identité qualifiée
    Et sa messagerie de Mon espace santé est ouverte
    Et un courrier d'adressage que le médecin a validé
    Quand le médecin envoie ce document au patient, sans attendre de réponse
    Alors son en-tête ferme l'échange

  @REQ:MSS/CONF.21
  Scénario: le patient peut répondre quand le médecin ne l'a pas exclu
    Étant donné un patient à l'identité qualifiée
    Et sa messagerie de Mon espace santé est ouverte
    Et un courrier d'adressage que le médecin a validé
    Quand le médecin envoie ce document au patient
    Alors son en-tête laisse l'échange ouvert

  @REQ:MSS/CONF.21
  Scénario: le patient ne peut plus répondre au message que le médecin a clos
    Étant donné un patient à l'identité qualifiée
    Et sa messagerie de Mon espace santé est ouverte
    Et un courrier d'adressage que le médecin a validé
    Quand le médecin envoie ce document au patient, sans attendre de réponse
    Alors le patient ne peut plus y répondre

  @REQ:MSS/UX.25 @REQ:MSS/UX.31
  Scénario: la réponse du patient est montrée comme la sienne
    Étant donné un patient à l'identité qualifiée
    Et sa messagerie de Mon espace santé est ouverte
    Et un courrier d'adressage que le médecin a validé
    Et ce document, que le médecin a envoyé au patient
    Et le patient, qui répond à ce document
    Quand le médecin relève sa boîte
    Alors ce message est montré comme celui d'un usager
    Et le patient qui écrit est nommé, avec son INS

  @REQ:MSS/va1.26 @REQ:MSS/va1.01 @REQ:MSS/va1.19
  Scénario: un courrier validé part au DMP, au confrère et au patient, le même partout
    Étant donné un confrère, dont le médecin connaît l'adresse MSSanté
    Et un patient à l'identité qualifiée
    Et sa messagerie de Mon espace santé est ouverte
    Quand le médecin valide un courrier d'adressage, adressé à son confrère et au patient
    Alors le confrère a reçu ce document une seule fois
    Et le patient a reçu ce document une seule fois
    Et c'est le même document que celui du DMP
