# language: fr
@DMP @vague1
Fonctionnalité: Envoyer chaque sorte de document sous sa forme et ses codes

  L'annexe qui dit la forme attendue de chaque document n'est pas publique : la forme n'est jugée que là où un texte la dit.

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect
    Et un patient à l'identité qualifiée

  @REQ:DMP/va1.01 @REQ:DOC.01 @REQ:DOC/va1.12 @REQ:CDA/DD.08
  Plan du Scénario: <document> part au DMP avec un PDF
    Quand le médecin valide <document>
    Alors le DMP a reçu ce document sous son type et sa classe
    Et ce document enveloppe un PDF

    Exemples:
      | document                          |
      | un courrier d'adressage           |
      | une lettre de liaison à la sortie |
      | un compte rendu opératoire        |
      | un compte rendu de consultation   |
      | une prescription de biologie      |
      | une demande d'imagerie            |
      | un certificat médical             |
      | une déclaration                   |

  @REQ:DMP/va1.01
  Plan du Scénario: <document> part au DMP
    Quand le médecin valide <document>
    Alors le DMP a reçu ce document sous son type et sa classe

    Exemples:
      | document                        |
      | une prescription de médicaments |
      | un compte rendu d'imagerie      |
      | une note de vaccination         |
      | une note de transfert           |

  @REQ:CDA/DD.08
  Scénario: un compte rendu de biologie part structuré, chaque résultat sous son code
    Quand le médecin valide un compte rendu de biologie
    Alors le DMP a reçu ce document sous son type et sa classe
    Et ce document porte chaque résultat sous son code LOINC

  @REQ:CDA/DD.02
  Scénario: le compte rendu de biologie et son PDF disent la même chose
    Quand le médecin valide un compte rendu de biologie
    Alors le PDF de ce document porte son titre et ses résultats, comme le CDA

  @REQ:DOC/va1.01
  Scénario: le PDF d'un courrier est fait pour l'archivage
    Quand le médecin valide un courrier d'adressage
    Alors le PDF de ce document est dit d'archivage

  @REQ:DOC/va1.14 @REQ:CDA/DD.08
  Scénario: la synthèse médicale du médecin traitant part structurée
    Quand le médecin valide une synthèse médicale
    Alors le DMP a reçu ce document sous son type et sa classe
    Et ce document est structuré, et suit le modèle de la synthèse médicale

  @REQ:CDA/DD.08
  Scénario: une note de vaccination structurée dit le vaccin et son lot
    Quand le médecin valide une note de vaccination
    Alors cette note, si elle est structurée, suit le modèle de la note de vaccination
    Et ce document dit le vaccin fait et son lot

  @REQ:DMP-T22 @REQ:DMP-T25 @REQ:DMP-T26
  Scénario: une note de vaccination arrive au DMP en règle
    Quand le médecin valide une note de vaccination
    Alors ses échanges avec le DMP sont en règle

  @REQ:DOC/va1.10
  Scénario: une prescription porte l'INS
    Quand le médecin valide une prescription de médicaments
    Alors ce document porte l'INS rendue par INSi
    Et le PDF de ce document porte l'INS

  @REQ:DOC/va1.02 @REQ:DOC/va1.04
  Plan du Scénario: <document> porte l'INS et son datamatrix
    Quand le médecin valide <document>
    Alors ce document porte l'INS rendue par INSi
    Et le PDF de ce document porte le datamatrix de l'INS

    Exemples:
      | document                          |
      | une lettre de liaison à la sortie |
      | un compte rendu opératoire        |

  @REQ:DOC/va1.03 @REQ:DOC/va1.05
  Scénario: le bas de page dit au patient ce que le cabinet a écrit
    Étant donné le cabinet, qui a réglé la mention du bas de ses documents
    Quand le médecin valide un courrier d'adressage
    Alors le PDF de ce document porte cette mention

  @REQ:CDA/DD.12
  Scénario: le PDF d'un courrier est le même partout
    Quand le médecin valide un courrier d'adressage
    Alors le PDF que montre le logiciel est celui du document envoyé

  @REQ:DB/LGC.01
  Scénario: deux demandes d'imagerie portent chacune un numéro à elle
    Quand le médecin valide une demande d'imagerie
    Et le médecin valide une demande d'imagerie
    Alors chacune porte partout un numéro à elle, et dit qui le donne
