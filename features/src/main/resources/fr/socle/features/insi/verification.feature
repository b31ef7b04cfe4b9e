# language: fr
@INS @vague1
Fonctionnalité: Vérifier l'INS d'un dossier auprès d'INSi

  Le contrat de la vérification (WS_INS3) n'est pas public : Socle le suppose. Un logiciel qui suit le vrai contrat
  n'est pas compris du banc, et ces scénarios sont alors « non couverts » : rien ne lui est reproché.

  @REQ:INS/va1.08
  Plan du Scénario: une identité <avant> dont INSi dément l'INS est rétrogradée et perd son INS
    Étant donné un patient à l'identité <avant>
    Quand le médecin fait vérifier cette INS, qu'INSi dément
    Alors son identité est rétrogradée
    Et son dossier ne porte pas d'INS
    Quand le médecin appelle de nouveau INSi
    Alors rien de ce que le cabinet envoie ensuite ne porte son INS

    Exemples:
      | avant     |
      | récupérée |
      | qualifiée |

  @REQ:INSI-T13
  Plan du Scénario: une identité <avant> dont INSi confirme l'INS garde son statut
    Étant donné un patient à l'identité <avant>
    Quand le médecin fait vérifier cette INS, qu'INSi confirme
    Alors son identité reste <avant>

    Exemples:
      | avant     |
      | récupérée |
      | qualifiée |

  @REQ:INSI-T08
  Scénario: une vérification restée sans réponse ne change pas l'identité
    Étant donné un patient à l'identité récupérée
    Et une panne : INSi répond que le service est indisponible
    Quand le médecin tente de faire vérifier cette INS
    Alors son identité reste récupérée

  @REQ:INS/va1.06
  Plan du Scénario: une vérification qu'INSi <réponse> laisse une trace
    Étant donné un patient à l'identité récupérée
    Et les traces que son dossier garde déjà
    Quand le médecin fait vérifier cette INS, qu'INSi <réponse>
    Et l'administrateur lit les traces du dossier
    Alors la vérification et sa réponse sont dans les traces

    Exemples:
      | réponse  |
      | confirme |
      | dément   |
