# language: fr
@INS @vague1
Fonctionnalité: Rechercher l'INS d'un patient

  @REQ:INSI-T01 @REQ:INSI-T02 @REQ:INSI-T03 @REQ:INSI-T05
  Scénario: les appels du logiciel à INSi sont en règle
    Étant donné un patient connu d'INSi
    Quand le médecin crée son dossier et appelle INSi
    Alors ses appels à INSi sont en règle

  @REQ:INS/va1.14
  Scénario: le cabinet appelle INSi avec un certificat d'organisation
    Étant donné un patient connu d'INSi
    Quand le médecin crée son dossier et appelle INSi
    Alors le cabinet s'est annoncé à INSi par un certificat d'organisation

  @REQ:INSI-T06
  Scénario: un patient n'est connu que sous son deuxième prénom
    Étant donné un patient qu'INSi ne connaît que sous ses deuxième et troisième prénoms
    Quand le médecin crée son dossier et appelle INSi
    Alors INSi a reçu ses prénoms un par un, jusqu'à celui qui le retrouve

  @REQ:INSI-T06 @REQ:INSI-T08
  Scénario: INSi ne connaît pas la patiente
    Étant donné une patiente qu'INSi ne connaît pas
    Quand le médecin crée son dossier et appelle INSi
    Alors INSi a reçu chacun de ses prénoms, puis tous ensemble
    Et le logiciel dit au médecin qu'INSi ne la connaît pas
    Et son identité reste provisoire
    Et son dossier ne porte pas d'INS

  @REQ:INSI-T07
  Scénario: deux personnes ont les mêmes traits, sauf le lieu de naissance
    Étant donné un patient qui a un homonyme parfait né ailleurs
    Quand le médecin, qui connaît son lieu de naissance, crée son dossier et appelle INSi
    Alors une recherche avec son lieu de naissance l'a départagé

  @REQ:INSI-T08 @REQ:INSI-T18
  Plan du Scénario: INSi <panne>, puis est rétabli
    Étant donné un patient connu d'INSi
    Et une panne : INSi <panne>
    Quand le médecin crée son dossier et appelle INSi
    Alors le logiciel dit au médecin qu'INSi ne répond pas
    Et son identité reste provisoire
    Et son dossier ne porte pas d'INS
    Quand INSi est rétabli
    Et le médecin appelle de nouveau INSi
    Alors INSi l'a retrouvé cette fois

    Exemples:
      | panne                                  |
      | répond que le service est indisponible |
      | répond par une erreur technique        |
      | rend une page d'erreur                 |
      | coupe la connexion                     |

  @REQ:INS/va1.20 @REQ:INSI-T11
  Plan du Scénario: une identité marquée <marque> n'est pas recherchée
    Étant donné un patient retrouvé par INSi sans contrôle de pièce d'identité
    Et un autre patient connu d'INSi
    Et son dossier, que le médecin a marqué <marque>
    Quand le médecin appelle INSi
    Alors INSi n'a reçu aucune recherche
    Et le logiciel explique au médecin pourquoi il n'appelle pas INSi

    Exemples:
      | marque  |
      | douteux |
      | fictif  |
