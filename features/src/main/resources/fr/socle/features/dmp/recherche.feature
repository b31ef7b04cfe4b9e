# language: fr
@DMP @vague2
Fonctionnalité: Chercher dans le DMP

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect
    Et un patient à l'identité qualifiée
    Et son DMP est ouvert au médecin
    Et le patient accepte que le médecin consulte son DMP

  @REQ:DMP/UX.14
  Scénario: la liste montre ce que le DMP tient
    Étant donné dans son DMP, un compte rendu de consultation d'un confrère
    Et dans son DMP, un compte rendu de biologie d'un confrère
    Quand le médecin liste les documents du DMP
    Alors le logiciel a interrogé le DMP
    Et la liste montre les deux documents

  @REQ:DMP/UX.14
  Scénario: un DMP vide donne une liste vide
    Quand le médecin liste les documents du DMP
    Alors le logiciel a interrogé le DMP
    Et la liste est vide

  @REQ:DMP/UX.27
  Plan du Scénario: chercher par <critère>
    Étant donné dans son DMP, un compte rendu de consultation d'un confrère
    Et dans son DMP, un compte rendu de biologie d'un confrère
    Quand le médecin cherche dans le DMP par <critère>
    Alors le DMP a reçu une recherche sur ce critère
    Et la liste ne montre que le compte rendu de biologie

    Exemples:
      | critère |
      | type    |
      | format  |

  @REQ:DMP/UX.27
  Plan du Scénario: le critère <critère> est demandé au DMP
    Étant donné dans son DMP, un compte rendu de biologie d'un confrère
    Quand le médecin cherche dans le DMP par <critère>
    Alors le DMP a reçu une recherche sur ce critère

    Exemples:
      | critère            |
      | classe             |
      | date               |
      | auteur             |
      | cadre d'exercice   |
      | secteur d'activité |
      | acte               |

  @REQ:DMP/UX.27
  Plan du Scénario: chercher sur <critère> et <autre critère> à la fois
    Étant donné dans son DMP, un compte rendu de consultation d'un confrère
    Et dans son DMP, un compte rendu de biologie d'un confrère
    Quand le médecin cherche dans le DMP par <critère> et <autre critère>
    Alors le DMP a reçu une recherche sur ces deux critères
    Et la liste ne montre que le compte rendu de biologie

    Exemples:
      | critère | autre critère |
      | type    | date          |
      | format  | classe        |

  @REQ:DMP-T43
  Scénario: sans autre demande, seuls les documents actuels sont cherchés
    Étant donné dans son DMP, un compte rendu de consultation d'un confrère
    Quand le médecin liste les documents du DMP
    Alors le DMP a reçu une recherche sur les seuls documents actuels

  @REQ:DMP-T29 @REQ:DMP-T06 @REQ:DMP-T10
  Scénario: le médecin cherche les documents de ce patient, et de lui seul
    Étant donné dans son DMP, un compte rendu de consultation d'un confrère
    Quand le médecin liste les documents du DMP
    Alors ses échanges avec le DMP sont en règle

  @REQ:DB/LGC.03
  Scénario: d'une demande d'imagerie à son compte rendu
    Étant donné une demande d'imagerie que le médecin a envoyée au DMP
    Quand le médecin cherche le compte rendu de cette demande
    Alors le DMP a reçu une recherche sur le numéro de la demande

  @REQ:DMP-T44
  Scénario: la liste dit quel document est masqué
    Étant donné un courrier d'adressage que le médecin a envoyé au DMP, non visible du patient
    Quand le médecin liste les documents du DMP
    Alors la liste dit ce document non visible du patient
