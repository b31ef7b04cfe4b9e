# language: fr
@DMP @vague2
Fonctionnalité: Consulter le DMP dans l'urgence

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect
    Et un patient à l'identité qualifiée
    Et son DMP est ouvert, sans autorisation pour le médecin
    Et dans son DMP, un compte rendu de consultation d'un confrère

  @REQ:DMP-T45
  Scénario: le bris de glace se dit à chaque appel, et ouvre le DMP
    Quand le médecin accède au DMP en urgence
    Et le médecin liste les documents du DMP
    Et le médecin ouvre le document du confrère
    Alors le DMP a donné la liste et le document, chacun demandé en bris de glace
    Et aucune autorisation n'est partie

  @REQ:DMP-T04
  Scénario: le bris de glace dit sa raison
    Quand le médecin accède au DMP en urgence
    Et le médecin liste les documents du DMP
    Alors le DMP a reçu une recherche

  @REQ:DMP-T45
  Scénario: le patient suivant n'est plus consulté en urgence
    Quand le médecin accède au DMP en urgence
    Et le médecin liste les documents du DMP
    Alors le DMP a reçu une recherche en bris de glace
    Étant donné un autre patient à l'identité qualifiée
    Et son DMP est ouvert au médecin
    Et le patient accepte que le médecin consulte son DMP
    Quand le médecin liste les documents du DMP
    Alors le DMP a reçu une recherche en accès normal

  @REQ:DMP-T46
  Scénario: un patient opposé à l'urgence n'est pas consulté
    Étant donné le patient s'est opposé à l'accès en urgence
    Quand le médecin accède au DMP en urgence
    Et le médecin liste les documents du DMP
    Alors la liste ne montre aucun document, et le logiciel dit pourquoi
