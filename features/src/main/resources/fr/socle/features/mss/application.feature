# language: fr
@MSS @vague2
Fonctionnalité: Envoyer d'une boîte applicative

  Le médecin se connecte si le logiciel le propose, sans que rien l'exige : un logiciel qui n'a que des boîtes applicatives (laboratoire, plateforme
  d'intermédiation) est jugé comme un autre.

  Contexte:
    Étant donné un médecin, qu'on joint à sa boîte MSSanté
    Et un confrère, dont le médecin connaît l'adresse MSSanté
    Et une boîte applicative du cabinet

  @REQ:MSS/CONF.12
  Scénario: la boîte applicative s'ouvre par le certificat de l'organisation
    Quand la boîte applicative est réglée dans le logiciel
    Alors elle a été ouverte sous TLS par un certificat, puis par son adresse

  @REQ:MSS/va1.09
  Scénario: un message automatique dit qu'il l'est, et qui joindre
    Étant donné la boîte applicative, réglée pour qu'on réponde au médecin
    Quand le logiciel écrit au confrère de la boîte applicative
    Alors ce message finit par la mention d'un envoi automatique et l'adresse à qui répondre

  @REQ:MSS/va1.18
  Scénario: l'adresse à qui répondre se règle
    Étant donné une boîte du cabinet, où l'on peut répondre
    Et la boîte applicative, réglée pour qu'on réponde au médecin
    Et la boîte applicative, réglée pour qu'on réponde au cabinet
    Quand le logiciel écrit au confrère de la boîte applicative
    Alors ce message demande qu'on réponde au cabinet
