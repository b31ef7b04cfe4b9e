# language: fr
@MSS @vague2
Fonctionnalité: Recevoir des archives inhabituelles, ou abîmées

  Ce que le logiciel fait d'une archive fausse, les textes ne le disent pas : ici, seul compte qu'aucun document n'entre
  dans le dossier d'un autre, et que le reste de la boîte se lise.

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect
    Et sa boîte MSSanté, réglée dans le logiciel
    Et un confrère, dont le médecin connaît l'adresse MSSanté
    Et un patient à l'identité qualifiée

  @REQ:MSS-T14 @REQ:MSS-T15
  Plan du Scénario: une archive <défaut> n'empêche pas de lire le reste
    Étant donné dans sa boîte, une archive <défaut> pour ce patient
    Et dans sa boîte, un message sans document de son confrère
    Quand le médecin relève sa boîte
    Alors ce message est montré, comme s'il était seul
    Et aucun document n'est rattaché d'office au dossier d'un autre

    Exemples:
      | défaut                                |
      | tronquée                              |
      | sans métadonnées                      |
      | dont une empreinte est fausse         |
      | dont une taille est fausse            |
      | dont un document manque               |
      | dont un chemin mène ailleurs          |
      | dont les métadonnées ont une autre racine |
      | qui grossit sans mesure               |

  @REQ:MSS/CONF.24
  Scénario: les préfixes XML d'une archive n'y changent rien
    Étant donné dans sa boîte, une archive aux préfixes XML inhabituels pour ce patient
    Quand le médecin relève sa boîte
    Alors ce document est rattaché au dossier du patient, par son INS

  @REQ:MSS-T16
  Scénario: une archive aux noms en minuscules se lit
    Étant donné dans sa boîte, une archive aux noms en minuscules pour ce patient
    Quand le médecin relève sa boîte
    Alors le document de cette archive est montré

  @REQ:MSS-T14
  Scénario: les documents de deux patients dans une archive vont chacun au sien, ou à personne
    Étant donné un compte rendu de consultation que son confrère prépare pour ce patient
    Et un autre patient à l'identité qualifiée
    Et dans sa boîte, ce document et celui d'un autre patient, dans une seule archive
    Quand le médecin relève sa boîte
    Alors aucun document n'est rattaché d'office au dossier d'un autre

  @REQ:MSS/CONF.24
  Scénario: l'archive nomme un patient, et son document un autre
    Étant donné un compte rendu de consultation que son confrère prépare pour ce patient
    Et un autre patient à l'identité qualifiée
    Et dans sa boîte, ce document, dans une archive au nom d'un autre patient
    Quand le médecin relève sa boîte
    Alors ce document n'est pas rattaché d'office au patient que l'archive ne nomme pas

  @REQ:MSS/CONF.24
  Scénario: un en-tête qui dit l'INS qualifiée n'en donne pas à l'archive
    Étant donné dans sa boîte, un compte rendu de consultation que son confrère lui envoie pour ce patient, sans INS
    Quand le médecin relève sa boîte
    Alors ce document n'est rattaché d'office à aucun dossier

  @REQ:MSS/UX.28
  Plan du Scénario: le préfixe technique est caché, quel que soit l'objet : <objet>
    Étant donné dans sa boîte, un document pour ce patient, à l'objet <objet>
    Quand le médecin relève sa boîte
    Alors son objet est montré sans le préfixe technique

    Exemples:
      | objet    |
      | accentué |
      | brut     |
      | long     |
