# language: fr
@DMP @vague2
Fonctionnalité: Dire à l'utilisateur ce que le DMP refuse

  Le guide d'intégration demande que chaque refus et chaque erreur soit montré (lu de seconde main). Ce que l'utilisateur
  voit, seul le logiciel le sait ; ce qu'il montre est comparé à ce que le DMP a répondu.

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect
    Et un patient à l'identité qualifiée
    Et son DMP est ouvert au médecin
    Et le patient accepte que le médecin consulte son DMP
    Et dans son DMP, un compte rendu de consultation d'un confrère

  @REQ:DMP-T46
  Plan du Scénario: la liste est refusée parce que le DMP <panne>
    Étant donné le médecin, qui a lu la liste des documents du DMP
    Et une panne : le DMP <panne>
    Quand le médecin liste les documents du DMP
    Alors la liste ne montre aucun document, et le logiciel dit pourquoi

    Exemples:
      | panne                            |
      | refuse l'accès                   |
      | refuse le certificat du cabinet  |
      | ne connaît pas la structure      |
      | ne rattache pas le professionnel |
      | est en panne                     |
      | est indisponible                 |

  @REQ:DMP-T46
  Scénario: un refus du DMP ne se dit pas comme une panne
    Étant donné une panne : le DMP refuse l'accès
    Quand le médecin liste les documents du DMP
    Alors la liste ne montre aucun document, et le logiciel dit pourquoi
    Quand la panne du DMP est finie
    Étant donné une panne : le DMP est indisponible
    Quand le médecin liste les documents du DMP
    Alors le logiciel dit autre chose de cette panne que de ce refus

  @REQ:DMP-T46
  Scénario: un envoi refusé est dit refusé
    Étant donné une panne : le DMP refuse le document
    Quand le médecin valide un courrier d'adressage
    Alors le DMP a refusé ce document
    Et le logiciel dit que ce document n'est pas au DMP

  @REQ:DMP/UX.10
  Scénario: un dossier s'ouvre même quand le DMP ne répond pas
    Étant donné une panne : le DMP est indisponible
    Quand le médecin ouvre le dossier du patient
    Alors le dossier est ouvert, son DMP inconnu

  @REQ:DMP/UX.10 @REQ:DMP/ALI/PROG.05
  Scénario: le médecin continue de travailler pendant que le DMP tarde
    Étant donné un DMP qui répond au bout de trois secondes
    Quand le médecin valide un courrier d'adressage, puis cherche aussitôt un autre dossier
    Alors le médecin a cherché cet autre dossier sans attendre le DMP

  @REQ:DMP-T47
  Scénario: le sexe que rend le DMP ne ferme pas le dossier d'un patient
    Étant donné une panne : le DMP rend l'autre sexe
    Quand le médecin liste les documents du DMP
    Alors le logiciel a interrogé le DMP
    Et la liste montre le document du confrère

  @REQ:DMP-T47
  Plan du Scénario: une autorisation est comprise quand le DMP <forme>
    Étant donné son DMP est ouvert, sans autorisation pour le médecin
    Et une panne : le DMP <forme>
    Quand le médecin liste les documents du DMP
    Alors le logiciel a interrogé le DMP
    Et la liste montre le document du confrère

    Exemples:
      | forme                                |
      | écrit son accord en d'autres lettres |
      | ne commente pas son accord           |

  @REQ:DMP-T46
  Scénario: une liste incomplète se dit incomplète
    Étant donné dans son DMP, un certificat médical d'un confrère
    Et le médecin, qui a lu la liste des documents du DMP
    Et une panne : le DMP ne rend qu'une partie de la liste
    Quand le médecin liste les documents du DMP
    Alors le logiciel dit que la liste est incomplète

  @REQ:DMP/va1.19
  Plan du Scénario: quand le DMP <panne>, ce document n'est pas montré, et se rouvre ensuite
    Étant donné le médecin, qui a lu la liste des documents du DMP
    Et une panne : le DMP <panne>
    Quand le médecin ouvre le document du confrère
    Alors le logiciel n'a pas montré un document coupé
    Quand la panne du DMP est finie
    Et le médecin ouvre le document du confrère
    Alors le DMP a remis le document du confrère

    Exemples:
      | panne                         |
      | coupe le document en route    |
      | remet un document sans sa fin |
