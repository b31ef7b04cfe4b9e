# language: fr
@INS @vague1
Fonctionnalité: Imprimer l'identité d'un patient

  @REQ:INS/va1.15
  Scénario: l'édition papier d'une identité qualifiée porte ses traits et son INS
    Étant donné un patient à l'identité qualifiée
    Quand le médecin imprime l'identité du patient
    Alors la page porte les traits, le matricule et sa nature

  @REQ:INS/va1.03 @REQ:INSI-T14
  Scénario: l'édition papier d'une identité qualifiée porte son datamatrix INS
    Étant donné une patiente de trois prénoms à l'identité qualifiée
    Quand le médecin imprime l'identité du patient
    Alors la page porte le datamatrix de son INS
    Et ce datamatrix suit le format et porte les traits rendus par INSi

  @REQ:INS/va1.53 @REQ:INSI-T12 @REQ:INSI-T14
  Scénario: l'édition papier d'une identité récupérée ne porte pas son INS
    Étant donné une patiente de trois prénoms à l'identité récupérée
    Quand le médecin imprime l'identité du patient
    Alors la page ne porte ni INS ni datamatrix INS

  @REQ:INS/va1.10
  Scénario: la structure ajoute un trait à l'édition papier
    Étant donné un patient à l'identité qualifiée
    Quand le médecin note le nom qu'il utilise
    Et le médecin imprime l'identité du patient avec le nom utilisé
    Alors la page porte le nom utilisé
