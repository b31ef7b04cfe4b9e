# language: fr
@MSS @vague2
Fonctionnalité: Recevoir par MSSanté, et classer ce qu'on reçoit

  Ce que l'utilisateur voit, seul le logiciel le sait : ce qu'il montre est comparé à ce qui est arrivé dans la boîte.

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect
    Et sa boîte MSSanté, réglée dans le logiciel
    Et un confrère, dont le médecin connaît l'adresse MSSanté
    Et un patient à l'identité qualifiée

  @REQ:MSS/UX.01
  Scénario: un message qui porte des documents se distingue d'un autre
    Étant donné dans sa boîte, un compte rendu de consultation que son confrère lui envoie pour ce patient
    Quand le médecin relève sa boîte
    Alors ce message est montré avec une archive de documents
    Étant donné dans sa boîte, un message sans document de son confrère
    Quand le médecin relève sa boîte
    Alors ce message est montré sans archive

  @REQ:MSS/UX.36
  Scénario: le médecin tient sa boîte et celle du cabinet
    Étant donné une boîte du cabinet, réglée aussi dans le logiciel
    Et dans sa boîte, un message sans document de son confrère
    Et dans la boîte du cabinet, un message sans document de son confrère
    Quand le médecin relève sa boîte
    Alors les messages des deux boîtes sont montrés

  @REQ:MSS/UX.28
  Scénario: la liste ne montre pas le préfixe technique de l'objet
    Étant donné dans sa boîte, un compte rendu de consultation que son confrère lui envoie pour ce patient
    Quand le médecin relève sa boîte
    Alors son objet est montré sans le préfixe technique

  @REQ:MSS/UX.25
  Scénario: la liste distingue les patients des professionnels
    Étant donné dans sa boîte, un message du patient
    Quand le médecin relève sa boîte
    Alors ce message est montré comme celui d'un usager
    Étant donné dans sa boîte, un message sans document de son confrère
    Quand le médecin relève sa boîte
    Alors ce message est montré comme celui d'un professionnel

  @REQ:MSS/UX.31
  Scénario: le patient qui écrit est nommé
    Étant donné dans sa boîte, un message du patient
    Quand le médecin relève sa boîte
    Alors le patient qui écrit est nommé, avec son INS

  @REQ:MSS/CONF.24
  Scénario: un document est rattaché par l'INS de son archive, quoi que dise l'objet
    Étant donné un autre patient à l'identité qualifiée
    Et dans sa boîte, un compte rendu de consultation que son confrère lui envoie pour ce patient, sous le nom de INCONNU
    Quand le médecin relève sa boîte
    Alors ce document est rattaché au dossier du patient, par son INS

  @REQ:MSS/va1.25
  Scénario: la liste à lire dit ce que dit l'en-tête du document
    Étant donné dans sa boîte, un compte rendu de consultation que son confrère lui envoie pour ce patient
    Quand le médecin relève sa boîte
    Alors la liste montre le titre, la date, le patient et l'auteur de ce document

  @REQ:MSS/va1.28 @REQ:MSS/UX.39
  Scénario: un document d'un patient connu se classe en un geste
    Étant donné un autre patient à l'identité qualifiée
    Et dans sa boîte, un compte rendu de consultation que son confrère lui envoie pour ce patient
    Quand le médecin relève sa boîte et classe ce document
    Alors ce classement n'a demandé qu'un geste
    Et le dossier du patient tient ce document

  @REQ:MSS/va1.27 @REQ:MSS/UX.02 @REQ:MSS/UX.39
  Scénario: un document dont l'INS n'est pas connue ici est proposé d'après les traits
    Étant donné un autre patient à l'identité récupérée
    Et dans sa boîte, un compte rendu de consultation que son confrère lui envoie pour ce patient
    Quand le médecin relève sa boîte
    Alors le dossier de ce patient est proposé, d'après ses traits
    Quand le médecin relève sa boîte et classe ce document dans le dossier du patient
    Alors le dossier du patient tient ce document

  @REQ:CDA/INT.08
  Scénario: le dossier dit qu'un document vient de MSSanté
    Étant donné dans sa boîte, un compte rendu de consultation que son confrère lui envoie pour ce patient
    Quand le médecin relève sa boîte et classe ce document
    Alors le dossier dit que ce document vient de MSSanté

  @REQ:MSS/UX.05
  Scénario: le dossier annonce la nouvelle version d'un document reçu
    Étant donné dans sa boîte, un compte rendu de consultation que son confrère lui envoie pour ce patient
    Et ce document, que le médecin a classé
    Et dans sa boîte, une nouvelle version de ce document
    Quand le médecin relève sa boîte
    Alors le dossier dit que ce document a une nouvelle version

  @REQ:MSS/UX.05
  Scénario: le médecin confirme le remplacement d'un document reçu
    Étant donné dans sa boîte, un compte rendu de consultation que son confrère lui envoie pour ce patient
    Et ce document, que le médecin a classé et voit au dossier
    Et dans sa boîte, une nouvelle version de ce document
    Quand le médecin relève sa boîte
    Et le médecin confirme le remplacement de ce document
    Alors le dossier tient la nouvelle version de ce document à sa place

  @REQ:MSS/UX.05 @REQ:MSS-T13
  Scénario: un document reçu n'est supprimé qu'une fois que le médecin l'a confirmé
    Étant donné dans sa boîte, un compte rendu de consultation que son confrère lui envoie pour ce patient
    Et ce document, que le médecin a classé et voit au dossier
    Et dans sa boîte, la demande de supprimer ce document
    Quand le médecin relève sa boîte
    Alors le dossier dit que ce document doit être supprimé
    Et ce document est encore au dossier, tant que le médecin n'a rien confirmé
    Quand le médecin confirme la suppression de ce document
    Alors ce document n'est plus au dossier

  @REQ:MSS/UX.37
  Scénario: l'histoire d'un document reçu est gardée
    Étant donné dans sa boîte, un compte rendu de consultation que son confrère lui envoie pour ce patient
    Quand le médecin relève sa boîte et classe ce document
    Alors les traces gardent l'arrivée et le classement de ce document

  @REQ:MSS/UX.34
  Scénario: l'accusé de lecture demandé est rendu
    Étant donné dans sa boîte, un message de son confrère, qui demande un accusé de lecture
    Quand le médecin relève sa boîte et lit ce message
    Alors un accusé de lecture de ce message est parti vers le confrère

  @REQ:MSS/UX.34
  Scénario: aucun accusé ne part quand personne ne le demande
    Étant donné dans sa boîte, un message sans document de son confrère
    Quand le médecin relève sa boîte et lit ce message
    Alors aucun accusé de lecture n'est parti

  @REQ:MSS/va1.14
  Scénario: l'accusé du confrère est montré avec le message envoyé
    Étant donné un courrier d'adressage que le médecin a validé
    Et ce document, que le médecin a envoyé à son confrère
    Et le confrère, qui a lu ce document et le fait savoir
    Quand le médecin relève sa boîte et regarde ses envois
    Alors le logiciel dit que le confrère l'a lu

  @REQ:MSS/UX.26
  Scénario: une réponse est montrée avec le message auquel elle répond
    Étant donné un courrier d'adressage que le médecin a validé
    Et ce document, que le médecin a envoyé à son confrère
    Et le confrère, qui répond à ce document
    Quand le médecin relève sa boîte
    Alors ce message est montré avec celui auquel il répond

  @REQ:MSS/va1.08 @REQ:MSS/CONF.16
  Scénario: une réponse nomme le message auquel elle répond
    Étant donné dans sa boîte, un message sans document de son confrère
    Quand le médecin relève sa boîte et répond à ce message
    Alors la réponse est partie, et nomme le message auquel elle répond
    Et cette réponse dit la référence du logiciel
