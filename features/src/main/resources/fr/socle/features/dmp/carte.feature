# language: fr
@DMP @vague1
Fonctionnalité: Envoyer au DMP avec sa carte

  Contexte:
    Étant donné un médecin au poste, sa carte dans le lecteur
    Et un patient à l'identité qualifiée

  @REQ:DMP/va1.01 @REQ:DMP-T03 @REQ:DMP-T04 @REQ:DMP-T05 @REQ:DMP-T27
  Scénario: un courrier validé, sa carte dans le lecteur, part au nom du médecin
    Quand le médecin valide un courrier d'adressage
    Alors le DMP a reçu ce document une seule fois
    Et le médecin s'y est présenté avec sa carte
    Et ses échanges avec le DMP sont en règle

  @REQ:DMP/ALI/PROG.06 @REQ:DMP/ALI/PROG.07
  Scénario: un courrier validé sans carte dans le lecteur part quand elle y revient
    Étant donné un certificat médical que le médecin a envoyé au DMP
    Quand le médecin retire sa carte du lecteur
    Et le médecin valide un courrier d'adressage, à envoyer avec sa carte
    Et le médecin remet sa carte dans le lecteur
    Alors le DMP reçoit ce document, une seule fois, sans autre geste
