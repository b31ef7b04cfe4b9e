# language: fr
@INS @vague1
Fonctionnalité: Appeler INSi avec sa carte de professionnel

  Pour INS/va1.37 ce contrôle est propre à Socle : la preuve reste l'attestation du CNDA.

  Contexte:
    Étant donné un médecin au poste, sa carte dans le lecteur

  @REQ:INS/va1.37
  Scénario: le médecin s'authentifie auprès d'INSi avec sa carte
    Étant donné un patient connu d'INSi
    Et son dossier, que le médecin a créé
    Quand le médecin appelle INSi avec sa carte
    Alors INSi a été appelé avec la carte du médecin

  @REQ:INSI-T01 @REQ:INSI-T02 @REQ:INSI-T03 @REQ:INSI-T04 @REQ:INSI-T05
  Scénario: les appels du logiciel avec la carte du médecin sont en règle
    Étant donné un patient connu d'INSi
    Et son dossier, que le médecin a créé
    Quand le médecin appelle INSi avec sa carte
    Alors ses appels à INSi sont en règle
    Et les assertions de ses appels à INSi sont en règle

  @REQ:INSI-T04
  Scénario: la carte du médecin reste plus d'une heure dans le lecteur
    Étant donné un patient connu d'INSi
    Et son dossier, que le médecin a créé
    Quand le médecin appelle INSi avec sa carte
    Et soixante et une minutes passent, la carte laissée dans le lecteur
    Et le médecin appelle de nouveau INSi avec sa carte
    Alors aucune assertion du médecin n'était trop vieille

  @REQ:INSI-T04
  Scénario: la carte du médecin n'est plus dans le lecteur
    Étant donné un patient cherché avec la carte du médecin, qui l'a reprise
    Quand le médecin appelle INSi avec sa carte
    Alors INSi n'a reçu aucun appel avec la carte du médecin
