# language: fr
@INS @vague1
Fonctionnalité: Qualifier l'identité d'un patient

  Tant qu'aucun document ne sort du cabinet, seul le logiciel peut dire le statut d'une identité :
  ces exigences sont alors « conformes sur déclaration ».

  @REQ:INS/va1.52 @REQ:INS/va1.54 @REQ:INSI-T06
  Scénario: une identité contrôlée et retrouvée par INSi devient qualifiée
    Étant donné une patiente née à Ajaccio, connue d'INSi sous trois prénoms
    Quand le médecin crée son dossier avec son premier prénom, contrôle sa carte d'identité et appelle INSi
    Alors INSi a reçu une seule recherche pour elle
    Et INSi a rendu cette identité
    Et son identité est qualifiée
    Et son dossier porte l'INS et les traits rendus par INSi

  @REQ:INS/va1.52 @REQ:INSI-T10
  Scénario: la clé d'un matricule corse est juste
    Étant donné un patient né en Haute-Corse, connu d'INSi
    Quand le médecin crée son dossier et appelle INSi
    Alors INSi a rendu cette identité
    Et son dossier porte l'INS et les traits rendus par INSi

  @REQ:INS/va1.52 @REQ:INSI-T15
  Scénario: un numéro d'attente garde sa nature
    Étant donné un patient qu'INSi connaît sous un numéro d'attente
    Quand le médecin crée son dossier et appelle INSi
    Alors INSi a rendu cette identité
    Et son dossier porte l'INS et les traits rendus par INSi

  @REQ:INS/va1.40 @REQ:INS/va1.47
  Scénario: une identité retrouvée par INSi sans contrôle de pièce est récupérée
    Étant donné un patient connu d'INSi
    Quand le médecin crée son dossier et appelle INSi
    Alors INSi a rendu cette identité
    Et son identité est récupérée
    Et le logiciel montre que ses traits sont verrouillés
    Quand le médecin appelle de nouveau INSi
    Alors rien de ce que le cabinet envoie ensuite ne porte son INS

  @REQ:INS/va1.43
  Scénario: une identité contrôlée mais qui ne vient pas d'INSi est validée
    Étant donné une patiente qu'INSi ne connaît pas
    Quand le médecin crée son dossier et contrôle sa carte d'identité
    Alors son identité est validée
    Et son dossier ne porte pas d'INS

  @REQ:INS/va1.45
  Scénario: une identité qui vient d'être saisie est provisoire
    Étant donné une patiente qu'INSi ne connaît pas
    Quand le médecin crée son dossier
    Alors son identité est provisoire
    Et son dossier ne porte pas d'INS

  @REQ:INS/va1.18 @REQ:INS/va1.48
  Scénario: les traits venus d'INSi ne se changent pas à la main, les autres si
    Étant donné un patient retrouvé par INSi sans contrôle de pièce d'identité
    Quand le médecin tente de changer son nom de naissance
    Alors le logiciel refuse la modification
    Quand le médecin appelle de nouveau INSi
    Alors la recherche porte toujours les traits rendus par INSi
    Quand le médecin note le nom qu'il utilise
    Alors son dossier porte le nom utilisé
