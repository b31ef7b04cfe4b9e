# language: fr
@MSS @vague1
Fonctionnalité: Envoyer un document à un confrère par MSSanté

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect
    Et sa boîte MSSanté, réglée dans le logiciel
    Et un confrère, dont le médecin connaît l'adresse MSSanté
    Et un patient à l'identité qualifiée

  @REQ:MSS/va1.26 @REQ:MSS/CONF.23
  Scénario: un courrier envoyé à un confrère lui arrive entier, en archive et en PDF
    Étant donné un courrier d'adressage que le médecin a validé
    Quand le médecin envoie ce document à son confrère
    Alors le confrère a reçu ce document une seule fois
    Et son message porte l'archive et le PDF du document
    Et son archive ne nomme que ce patient

  @REQ:CDA/DD.12
  Scénario: le PDF joint est celui que porte un CDA de niveau 1
    Étant donné un courrier d'adressage que le médecin a validé
    Quand le médecin envoie ce document à son confrère
    Alors le PDF joint est celui du CDA

  @REQ:MSS-T01 @REQ:MSS-T02 @REQ:MSS-T03 @REQ:MSS-T04 @REQ:MSS-T05 @REQ:MSS-T06 @REQ:MSS-T07 @REQ:MSS-T08
  Scénario: un courrier part bien écrit, dans une archive bien faite
    Étant donné un courrier d'adressage que le médecin a validé
    Quand le médecin envoie ce document à son confrère
    Alors ses échanges avec la messagerie sont en règle

  @REQ:MSS/va1.26 @REQ:MSS/CONF.23 @REQ:MSS/CONF.15
  Scénario: deux documents du même patient partent dans une archive
    Étant donné un courrier d'adressage que le médecin a validé
    Et un compte rendu d'imagerie que le médecin a validé
    Quand le médecin envoie ces deux documents à son confrère
    Alors son message porte l'archive et le PDF des deux documents
    Et son archive ne nomme que ce patient
    Et son en-tête dit le code de chaque CDA de l'archive

  @REQ:MSS/CONF.25
  Scénario: l'objet annonce le document et le patient
    Étant donné un compte rendu de consultation que le médecin a validé
    Quand le médecin envoie ce document à son confrère
    Alors son objet annonce le document et le patient

  @REQ:MSS/CONF.25
  Scénario: l'objet compte les documents quand il y en a plusieurs
    Étant donné un courrier d'adressage que le médecin a validé
    Et un compte rendu d'imagerie que le médecin a validé
    Quand le médecin envoie ces deux documents à son confrère
    Alors son objet annonce deux documents du patient

  @REQ:MSS/va1.16 @REQ:MSS/va1.11 @REQ:MSS/CONF.16
  Scénario: le message dit qui écrit, ce qu'il écrit et avec quel logiciel
    Étant donné un courrier d'adressage que le médecin a validé
    Quand le médecin envoie ce document à son confrère
    Alors l'émetteur y est nommé
    Et son texte se lit, en 5 mots au moins
    Et son en-tête dit la référence du logiciel

  @REQ:MSS/CONF.14 @REQ:MSS/CONF.15
  Plan du Scénario: l'en-tête dit ce que porte l'archive d'<document>
    Étant donné <document> que le médecin a validé
    Quand le médecin envoie ce document à son confrère
    Alors son en-tête dit le code de chaque CDA de l'archive
    Et son en-tête dit une INS qualifiée

    Exemples:
      | document                   |
      | un courrier d'adressage    |
      | un compte rendu d'imagerie |

  @REQ:MSS/CONF.14
  Scénario: l'en-tête dit que l'INS n'est pas qualifiée
    Étant donné un autre patient à l'identité récupérée
    Et un courrier d'adressage que le médecin a validé
    Quand le médecin envoie ce document à son confrère
    Alors son en-tête dit une INS non qualifiée

  @REQ:MSS/CONF.14 @REQ:MSS/CONF.15 @REQ:MSS/CONF.16 @REQ:MSS/va1.11
  Scénario: un message sans document le dit dans son en-tête
    Quand le médecin écrit à son confrère, sans document
    Alors son en-tête ne dit rien d'un document
    Et son en-tête dit la référence du logiciel
    Et son texte se lit, en 3 mots au moins

  @REQ:MSS/va1.12
  Scénario: deux messages n'ont jamais le même numéro
    Étant donné un courrier d'adressage que le médecin a validé
    Quand le médecin envoie ce document deux fois à son confrère
    Alors chacun de ces messages a son propre numéro

  @REQ:MSS/UX.33
  Scénario: le médecin demande à savoir si son document a été lu
    Étant donné un courrier d'adressage que le médecin a validé
    Quand le médecin envoie ce document à son confrère en demandant un accusé de lecture
    Alors son message demande un accusé de lecture

  @REQ:MSS/UX.33
  Scénario: un accusé de lecture se demande aussi sans document
    Quand le médecin écrit à son confrère, sans document, en demandant un accusé de lecture
    Alors son message demande un accusé de lecture

  @REQ:MSS/va1.15
  Scénario: le médecin demande à savoir si son document est arrivé
    Étant donné un courrier d'adressage que le médecin a validé
    Quand le médecin envoie ce document à son confrère en demandant un accusé de réception
    Alors son message demande un accusé de réception

  @REQ:MSS/va1.02
  Scénario: une version corrigée dit qu'elle annule et remplace
    Étant donné un courrier d'adressage que le médecin a envoyé au DMP
    Et ce document, que le médecin a envoyé à son confrère
    Quand le médecin corrige ce document et l'envoie à son confrère
    Alors le confrère a reçu ce document une seule fois
    Et son message dit qu'il annule et remplace le précédent

  @REQ:MSS/va1.30
  Scénario: un message préréglé prévient qu'un document est supprimé
    Étant donné un courrier d'adressage que le médecin a validé
    Et ce document, que le médecin a envoyé à son confrère
    Quand le médecin supprime ce document, et fait prévenir son confrère
    Alors un message préréglé dit à son confrère que ce document est supprimé

  @REQ:MSS/va1.22
  Scénario: un document ne part pas à des professionnels quand le patient le refuse
    Étant donné un courrier d'adressage que le médecin a validé
    Et le patient refuse que des professionnels reçoivent ses documents par MSSanté
    Quand le médecin envoie ce document à son confrère
    Alors rien n'est parti vers le confrère
