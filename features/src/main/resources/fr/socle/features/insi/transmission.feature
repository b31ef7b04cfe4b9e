# language: fr
@INS @vague1
Fonctionnalité: Ne transmettre l'INS que d'une identité qualifiée

  @REQ:INS/va1.53 @REQ:INSI-T12
  Scénario: une identité seulement récupérée ne transmet pas l'INS
    Étant donné un patient retrouvé par INSi sans contrôle de pièce d'identité
    Quand le médecin appelle de nouveau INSi
    Alors aucun échange du cabinet ne porte son matricule INS ni son OID
