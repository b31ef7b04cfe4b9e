# language: fr
@MSS @vague2
Fonctionnalité: Savoir ce que deviennent les messages envoyés

  Les textes n'en disent presque rien : ces gestes sont conseillés, et leur absence ne bloque pas.

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect
    Et sa boîte MSSanté, réglée dans le logiciel
    Et un confrère, dont le médecin connaît l'adresse MSSanté
    Et un patient à l'identité qualifiée
    Et un courrier d'adressage que le médecin a validé

  @REQ:MSS-T10
  Plan du Scénario: l'avis de l'opérateur est montré avec le message qu'il nomme : <cause>
    Étant donné ce document, que le médecin a envoyé à son confrère
    Et un avis de l'opérateur : <cause>
    Quand le médecin relève sa boîte et regarde ses envois
    Alors le logiciel dit que le confrère n'a pas reçu ce message

    Exemples:
      | cause                    |
      | la boîte n'existe pas    |
      | la boîte est pleine      |
      | la boîte est fermée      |

  @REQ:MSS-T10
  Scénario: l'opérateur accepte un message pour une boîte inconnue, puis le dit
    Étant donné une panne : l'opérateur MSSanté ne connaît pas la boîte et le dit après coup
    Et ce document, que le médecin a envoyé à son confrère
    Quand le médecin relève sa boîte et regarde ses envois
    Alors le logiciel dit que le confrère n'a pas reçu ce message

  @REQ:MSS-T10
  Scénario: un avis qui ne nomme aucun message ne change rien à ceux qui sont partis
    Étant donné ce document, que le médecin a envoyé à son confrère
    Et un avis de l'opérateur sur un message que personne n'a envoyé
    Quand le médecin relève sa boîte et regarde ses envois
    Alors le logiciel ne dit pas ce message perdu

  @REQ:MSS-T10
  Plan du Scénario: le logiciel du confrère n'a pas pu intégrer le document : <erreur>
    Étant donné ce document, que le médecin a envoyé à son confrère
    Et l'accusé du logiciel du confrère : <erreur>
    Quand le médecin relève sa boîte et regarde ses envois
    Alors le logiciel dit que le confrère n'a pas reçu ce message

    Exemples:
      | erreur                       |
      | patient inconnu              |
      | mauvaise version à remplacer |
      | auteur non autorisé          |
      | INS ou traits différents     |

  @REQ:MSS-T10
  Scénario: un accusé qui ne nomme aucun message envoyé ne change rien
    Étant donné ce document, que le médecin a envoyé à son confrère
    Et un accusé de lecture d'un message que personne n'a envoyé
    Quand le médecin relève sa boîte et regarde ses envois
    Alors le logiciel ne dit pas ce message lu

  @REQ:MSS-T11
  Scénario: un message que l'opérateur fait attendre ne part pas deux fois
    Étant donné une panne : l'opérateur MSSanté fait attendre chaque destinataire
    Quand le médecin envoie ce document à son confrère
    Et la panne de l'opérateur est finie
    Et le médecin relève sa boîte deux fois
    Alors le message que l'opérateur faisait attendre n'est pas parti deux fois

  @REQ:MSS-T11
  Scénario: un avis de retard ne fait pas repartir le message
    Étant donné ce document, que le médecin a envoyé à son confrère
    Et un avis de l'opérateur : le message attend encore
    Quand le médecin relève sa boîte deux fois
    Alors le message dont l'opérateur s'occupe n'est pas reparti

  @REQ:MSS-T12
  Scénario: ce qui empêche Mon espace santé de distribuer un message se distingue
    Étant donné ce document, que le médecin a envoyé au patient dont la messagerie est fermée
    Et ce document, que le médecin a envoyé au patient que Mon espace santé ne trouve pas
    Et ce document, que le médecin a envoyé au patient dont l'adresse est dite invalide
    Quand le médecin relève sa boîte et regarde ses envois
    Alors ces trois messages sont dits non distribués, chacun pour sa cause
