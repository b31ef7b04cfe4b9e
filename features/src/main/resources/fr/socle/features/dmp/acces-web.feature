# language: fr
@DMP @vague2
Fonctionnalité: Ouvrir le site du DMP depuis le logiciel

  Contexte:
    Étant donné un médecin au poste, sa carte dans le lecteur
    Et un patient à l'identité qualifiée

  @REQ:DMP/UX.49 @REQ:DMP-T17
  Scénario: le tableau de bord du médecin s'ouvre
    Quand le médecin ouvre son tableau de bord sur le site du DMP
    Alors le site du DMP a ouvert le tableau de bord
    Et ses échanges avec le DMP sont en règle

  @REQ:DMP/UX.49 @REQ:DMP-T17
  Scénario: le dossier du patient s'ouvre, et aucun autre
    Quand le médecin ouvre le DMP du patient sur le site du DMP
    Alors le site du DMP a ouvert le dossier de ce patient, et aucun autre
    Et ses échanges avec le DMP sont en règle
