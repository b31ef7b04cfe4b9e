# language: fr
@PSC @vague2
Fonctionnalité: Se passer un instant des données professionnelles

  Une fois le professionnel identifié, le logiciel demande ses données à Pro Santé Connect. Quand
  elles ne viennent pas comme il faut, il le dit et ne s'entête pas.

  @REQ:PSC-RP-15 @REQ:PSC-RP-07
  Plan du Scénario: le logiciel dit que les données manquent quand Pro Santé Connect <défaut>
    Étant donné un médecin connu de Pro Santé Connect
    Et une panne : Pro Santé Connect <défaut>
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel dit clairement au médecin que ses données professionnelles manquent
    Et le logiciel n'a pas insisté auprès de Pro Santé Connect
    Quand Pro Santé Connect est rétabli
    Et le médecin recommence et accepte la connexion
    Alors la session du médecin est ouverte à Pro Santé Connect
    Et Pro Santé Connect a donné son profil professionnel au logiciel

    Exemples:
      | défaut                                                             |
      | ne reconnaît pas le jeton qui demande les données professionnelles |
      | interdit les données professionnelles                              |
      | échoue à donner les données professionnelles                       |
      | rend une page au lieu des données professionnelles                 |
      | coupe les données professionnelles au milieu                       |
      | chiffre les données professionnelles pour quelqu'un d'autre        |

  @REQ:PSC-RP-15
  Scénario: un médecin attend ses données, ou apprend pourquoi il ne les a pas
    Étant donné un médecin connu de Pro Santé Connect
    Et une panne : Pro Santé Connect tarde à donner les données professionnelles
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel connecte le médecin, ou lui dit clairement pourquoi il ne le fait pas
    Et le logiciel n'a pas insisté auprès de Pro Santé Connect

  @REQ:PSC-RP-15
  Scénario: des données signées sont lues, ou refusées en le disant
    Étant donné un médecin connu de Pro Santé Connect
    Et une panne : Pro Santé Connect signe les données professionnelles
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel connecte le médecin, ou lui dit clairement pourquoi il ne le fait pas

  @REQ:PSC-RP-07-SIG
  Scénario: des données signées par un inconnu ne servent pas
    Étant donné un médecin connu de Pro Santé Connect
    Et une panne : un inconnu signe les données professionnelles
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel ne se sert pas de ces données

  @REQ:PSC-RP-07-SIG @reglage:psc.userinfo-profile=2023
  Scénario: un logiciel qui demande des données signées écarte celles qu'un inconnu a signées
    Étant donné un médecin connu de Pro Santé Connect
    Et le logiciel s'est déclaré pour recevoir des données signées
    Et une panne : un inconnu signe les données que le logiciel attend signées
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel ne se sert pas de ces données
