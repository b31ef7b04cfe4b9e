# language: fr
@DMP @vague2
Fonctionnalité: Consulter et intégrer les documents du DMP

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect
    Et un patient à l'identité qualifiée
    Et son DMP est ouvert au médecin
    Et le patient accepte que le médecin consulte son DMP
    Et dans son DMP, un compte rendu de consultation d'un confrère

  @REQ:DMP/va1.19 @REQ:DMP/UX.08 @REQ:DMP-T13
  Scénario: le droit du médecin est vérifié, la liste lue, puis un document ouvert
    Quand le médecin liste les documents du DMP
    Et le médecin ouvre le document du confrère
    Alors le DMP a vérifié le droit du médecin, donné la liste, puis le document

  @REQ:CDA/VISU.01
  Scénario: le document ouvert est celui que le DMP tient
    Quand le médecin liste les documents du DMP
    Et le médecin ouvre le document du confrère
    Alors le logiciel montre le texte de ce document

  @REQ:CDA/VISU.01
  Scénario: un document écrit en rubriques se lit aussi
    Étant donné dans son DMP, un compte rendu de consultation d'un confrère, écrit en rubriques
    Quand le médecin liste les documents du DMP
    Et le médecin ouvre le document du confrère
    Alors le logiciel montre le texte de ce document

  @REQ:DMP-T12 @REQ:DMP-T30
  Scénario: le médecin demande au DMP le document qu'il a choisi
    Quand le médecin liste les documents du DMP
    Et le médecin ouvre le document du confrère
    Alors le DMP a remis le document du confrère
    Et ses échanges avec le DMP sont en règle

  @REQ:DMP/PSC.01
  Scénario: la connexion Pro Santé Connect sert à consulter
    Quand le médecin liste les documents du DMP sous Pro Santé Connect
    Alors la recherche porte l'identité du médecin connecté, sous Pro Santé Connect

  @REQ:DMP/UX.31
  Scénario: un document choisi est intégré au dossier
    Quand le médecin liste les documents du DMP
    Et le médecin intègre le document du confrère
    Alors le DMP a remis le document du confrère

  @REQ:DMP/UX.31
  Scénario: les documents choisis sont intégrés, et eux seuls
    Étant donné dans son DMP, un compte rendu de biologie d'un confrère
    Et dans son DMP, un certificat médical d'un confrère
    Quand le médecin liste les documents du DMP
    Et le médecin intègre le premier et le dernier document
    Alors le DMP a remis le premier et le dernier document, et eux seuls

  @REQ:CDA/DD.04
  Scénario: un document déjà intégré n'est pas redemandé
    Étant donné le document du confrère, que le médecin a intégré
    Quand le médecin ouvre le document du confrère
    Alors le DMP n'a pas eu à remettre ce document
    Et le logiciel montre celui du dossier

  @REQ:CDA/DD.04
  Scénario: un document envoyé d'ici n'est pas redemandé
    Étant donné un courrier d'adressage que le médecin a envoyé au DMP
    Quand le médecin ouvre ce document dans la liste du DMP
    Alors le DMP n'a pas eu à remettre ce document
    Et le logiciel montre celui du dossier

  @REQ:DMP/UX.34
  Scénario: les documents d'une consultation à venir sont chargés d'avance
    Quand le médecin prépare sa consultation
    Alors le DMP a remis d'avance le document du confrère
    Quand le médecin ouvre le document du confrère
    Alors le DMP n'a pas eu à remettre ce document

  @REQ:DMP/UX.34
  Scénario: rien n'est chargé d'avance d'un patient qui s'oppose à la consultation
    Étant donné le patient refuse que le médecin consulte son DMP
    Quand le médecin prépare sa consultation
    Alors rien n'a été consulté dans le DMP
    Quand le patient accepte que le médecin consulte son DMP
    Et le médecin prépare sa consultation
    Alors le DMP a remis d'avance le document du confrère
