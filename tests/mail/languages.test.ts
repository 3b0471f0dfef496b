import { expect, it } from 'vitest';
import { LANGUAGES } from '@/domain/language';
import { inLanguage } from '@/lib/language';
import type { MessageText } from '@/mail/compose';
import { duplicateMail, receiptMail, withdrawnMail } from '@/mail/templates/application-mails';
import { eraseCodeMail, erasedMail } from '@/mail/templates/erasing';
import * as funding from '@/mail/templates/funding';
import * as helping from '@/mail/templates/helping';
import { breakGlassMail, copyCodeMail, copyMail } from '@/mail/templates/identity-mails';
import { confirmInterestMail, openingMail, unfinishedMail } from '@/mail/templates/interest';
import { lateLinkMail } from '@/mail/templates/late-link';
import { resumeLinkMail } from '@/mail/templates/resume-link';

const SIGNED = { program: 'ALCTS', contactName: 'Linus', contactEmail: 'linus@example.test', contactPhone: '' };
const URL = 'https://example.test/x';
const [cycleName, reference, statusUrl, until] = ['ALCTS, 2030', 'T-1', URL, 'DATE'];
const way = { cycleName, until, link: URL, code: 'ABCD2345', askAgain: URL };

/** Every mail that an applicant can get. */
const MAILS: Record<string, () => MessageText> = {
  receipt: () => receiptMail({ cycleName, next: 'NEXT', statusUrl, proveUrl: `${URL}/y`, copy: [] }, SIGNED),
  duplicate: () => duplicateMail({ cycleName, statusUrl, proveUrl: null }, SIGNED),
  withdrawn: () => withdrawnMail({ cycleName, reference, programUrl: URL }, SIGNED),
  copyCode: () => copyCodeMail(cycleName, 'ABCD2345', SIGNED),
  copy: () => copyMail(cycleName, SIGNED),
  breakGlass: () => breakGlassMail({ cycleName, names: ['A', 'B'], reason: 'R' }, SIGNED),
  interest: () => confirmInterestMail(URL, SIGNED),
  opening: () => openingMail({ cycleName, until, programUrl: URL, leaveUrl: URL }, SIGNED),
  unfinished: () => unfinishedMail({ cycleName, until, resumeUrl: URL }, SIGNED),
  late: () => lateLinkMail(way, SIGNED),
  started: () => resumeLinkMail({ ...way, started: true }, SIGNED),
  resume: () => resumeLinkMail({ ...way, started: false }, SIGNED),
  changed: () =>
    helping.changedForYouMail({ cycleName, reference, staff: 'S', reason: 'R', pages: 'P', statusUrl }, SIGNED),
  entered: () => helping.enteredForYouMail({ ...way, staff: 'S' }, SIGNED),
  back: () => helping.reinstatedMail({ cycleName, reference, statusUrl }, SIGNED),
  left: () => helping.addressLeftMail({ cycleName }, SIGNED),
  eraseCode: () => eraseCodeMail('ABCD2345', SIGNED),
  erased: () => erasedMail(SIGNED),
  taken: () => helping.addressTakenMail(way, SIGNED),
  waitlisted: () => funding.fundingWaitlistedMail({ cycleName, statusUrl, until }, SIGNED),
  declined: () => funding.fundingDeclinedMail({ cycleName, statusUrl }, SIGNED),
  bought: () => funding.fundingBoughtMail({ cycleName, statusUrl }, SIGNED),
  returned: () => funding.fundingReturnedMail({ cycleName, statusUrl, reason: 'R' }, SIGNED),
};

/** Subject, greeting and first paragraph of each. */
const openings = (): string[] =>
  Object.entries(MAILS).map(([name, make]) => {
    const { subject, text } = make();
    const [hello = '', first = ''] = text.split('\n\n');
    return `${name} | ${subject} | ${hello} | ${first}`;
  });

it('every mail in English', () => {
  expect(openings()).toMatchInlineSnapshot(`
    [
      "receipt | We have your application %REFERENCES% | Hello, | Thank you for applying to ALCTS, 2030. Your reference is %REFERENCES%.",
      "duplicate | Which of your applications for ALCTS, 2030 counts? | Hello, | An application for ALCTS, 2030 in this role had already come from this address. The earlier one counts for now; the new one, %REFERENCES%, is kept.",
      "withdrawn | Your application T-1 is withdrawn | Hello, | Your application T-1 for ALCTS, 2030 is withdrawn, as you asked. Thank you for letting us know.",
      "copyCode | Your code for a copy of your answers | Hello, | You asked for a copy of everything you gave us for ALCTS, 2030, the confidential answers included. Type this code on the page where you asked: ABCD 2345",
      "copy | A copy of your confidential answers was made | Hello, | A copy of your answers for ALCTS, 2030 was made, as was asked for with the code that we sent you. It is shown once, to the browser that asked, and then deleted here.",
      "breakGlass | Two people opened your confidential answers | Hello, | Confidential answers are read by the matching service alone. There is one exception, for which two people must agree and give a reason, and it was used for yours: A and B opened your confidential answers for ALCTS, 2030.",
      "interest | Shall we tell you when ALCTS opens? | Hello, | Somebody asked us to write to this address when applications for ALCTS open. If that was you, open this page and press its button: https://example.test/x",
      "opening | Applications are open: ALCTS, 2030 | Hello, | You asked us to tell you: applications for ALCTS, 2030 are open until DATE.",
      "unfinished | Your application for ALCTS, 2030 is not sent yet | Hello, | An application for ALCTS, 2030 was begun with this address and is not sent. Applications close on DATE.",
      "late | You have more time for your application for ALCTS, 2030 | Hello, | You may send your application for ALCTS, 2030 until DATE.",
      "started | Your application for ALCTS, 2030: how to come back | Hello, | You started an application for ALCTS, 2030. What you type is saved page by page.",
      "resume | Come back to your application for ALCTS, 2030 | Hello, | Here is the way back to your application for ALCTS, 2030.",
      "changed | Your application T-1 was changed for you | Hello, | S changed your application T-1 for ALCTS, 2030 on the page P.",
      "entered | We are writing down your application for ALCTS, 2030 | Hello, | S is filling in an application for ALCTS, 2030 with what you told us. You can look at it, change it and send it yourself. Confidential wishes, if you have any, are given only by you, on its last page.",
      "back | Your application T-1 is back | Hello, | Your application T-1 for ALCTS, 2030 is no longer withdrawn: the committee looks at it again.",
      "left | We write to another address about ALCTS, 2030 | Hello, | As asked, mails about your application for ALCTS, 2030 go to another address from now on. This is the last one to this address.",
      "eraseCode | Your code to erase everything you gave | Hello, | You asked to erase everything you gave to ALCTS. Type this code on the page where you asked: ABCD 2345",
      "erased | Everything you gave is erased | Hello, | As you asked, everything you gave to ALCTS is erased, and your applications are withdrawn. This is the last mail to this address.",
      "taken | Please confirm your new address for ALCTS, 2030 | Hello, | As asked, mails about your application for ALCTS, 2030 come to this address now. Please confirm that it is yours.",
      "waitlisted | You are on the waitlist for a funded membership with ALCTS, 2030 | Hello, | There were more requests than memberships. You are on the waitlist until DATE: if one becomes free, it may go to you. This is not a judgement of you or of your work.",
      "declined | Your request for a funded membership with ALCTS, 2030 | Hello, | We cannot give you one of the funded memberships this time: there were fewer than people who asked. This is not a judgement of you or of your work, and you are welcome to ask again in a later cycle.",
      "bought | Your funded membership with ALCTS, 2030 is bought | Hello, | Your one-year membership is bought. It is yours, whatever becomes of your application for mentoring.",
      "returned | Your funded membership with ALCTS, 2030 goes to somebody else | Hello, | The funded membership that was awarded to you had not been bought yet, and it now goes to somebody on the waitlist.",
    ]
  `);
});

it('every mail in Spanish', () => {
  expect(inLanguage('es', openings)).toMatchInlineSnapshot(`
    [
      "receipt | Hemos recibido su solicitud %REFERENCES% | Hola: | Gracias por postularse a ALCTS, 2030. Su referencia es %REFERENCES%.",
      "duplicate | ¿Cuál de sus solicitudes para ALCTS, 2030 cuenta? | Hola: | Desde esta dirección ya había llegado una solicitud para ALCTS, 2030 en este rol. Por ahora cuenta la anterior; la nueva, %REFERENCES%, se conserva.",
      "withdrawn | Su solicitud T-1 está retirada | Hola: | Su solicitud T-1 para ALCTS, 2030 está retirada, como lo pidió. Gracias por avisarnos.",
      "copyCode | Su código para obtener una copia de sus respuestas | Hola: | Pidió una copia de todo lo que nos dio para ALCTS, 2030, incluidas las respuestas confidenciales. Escriba este código en la página donde la pidió: ABCD 2345",
      "copy | Se hizo una copia de sus respuestas confidenciales | Hola: | Se hizo una copia de sus respuestas para ALCTS, 2030, como se pidió con el código que le enviamos. Se muestra una sola vez, al navegador que la pidió, y después se elimina aquí.",
      "breakGlass | Dos personas abrieron sus respuestas confidenciales | Hola: | Las respuestas confidenciales solo las lee el servicio de emparejamiento. Hay una excepción, para la que dos personas deben estar de acuerdo y dar un motivo, y se aplicó a las suyas: A y B abrieron sus respuestas confidenciales para ALCTS, 2030.",
      "interest | ¿Le avisamos cuando se abra ALCTS? | Hola: | Alguien nos pidió que escribiéramos a esta dirección cuando se abra el plazo de ALCTS. Si fue usted, abra esta página y pulse su botón: https://example.test/x",
      "opening | Plazo abierto: ALCTS, 2030 | Hola: | Nos pidió que le avisáramos: el plazo de ALCTS, 2030 está abierto hasta el DATE.",
      "unfinished | Su solicitud para ALCTS, 2030 aún no se ha enviado | Hola: | Con esta dirección se empezó una solicitud para ALCTS, 2030 que no se ha enviado. El plazo cierra el DATE.",
      "late | Tiene más tiempo para su solicitud para ALCTS, 2030 | Hola: | Puede enviar su solicitud para ALCTS, 2030 hasta el DATE.",
      "started | Su solicitud para ALCTS, 2030: cómo volver | Hola: | Empezó una solicitud para ALCTS, 2030. Lo que escribe se guarda página por página.",
      "resume | Vuelva a su solicitud para ALCTS, 2030 | Hola: | Este es el camino de vuelta a su solicitud para ALCTS, 2030.",
      "changed | Hicimos un cambio en su solicitud T-1 | Hola: | S cambió su solicitud T-1 para ALCTS, 2030 en la página P.",
      "entered | Estamos anotando su solicitud para ALCTS, 2030 | Hola: | S está llenando una solicitud para ALCTS, 2030 con lo que usted nos contó. Puede mirarla, cambiarla y enviarla usted. Los deseos confidenciales, si los tiene, solo los da usted, en su última página.",
      "back | Su solicitud T-1 vuelve a contar | Hola: | Su solicitud T-1 para ALCTS, 2030 ya no está retirada: el comité vuelve a considerarla.",
      "left | Escribiremos a otra dirección sobre ALCTS, 2030 | Hola: | Como se pidió, los correos sobre su solicitud para ALCTS, 2030 van desde ahora a otra dirección. Este es el último que llega a esta.",
      "eraseCode | Su código para borrar todo lo que dio | Hola: | Pidió borrar todo lo que dio a ALCTS. Escriba este código en la página donde lo pidió: ABCD 2345",
      "erased | Todo lo que dio está borrado | Hola: | Como pidió, todo lo que dio a ALCTS está borrado y sus solicitudes están retiradas. Este es el último correo a esta dirección.",
      "taken | Por favor, confirme su nueva dirección para ALCTS, 2030 | Hola: | Como se pidió, los correos sobre su solicitud para ALCTS, 2030 llegan desde ahora a esta dirección. Por favor, confirme que es suya.",
      "waitlisted | Está en la lista de espera de una afiliación financiada con ALCTS, 2030 | Hola: | Hubo más peticiones que afiliaciones. Está en la lista de espera hasta el DATE: si queda una libre, puede ser para usted. Esto no es un juicio sobre usted ni sobre su trabajo.",
      "declined | Su petición de una afiliación financiada con ALCTS, 2030 | Hola: | Esta vez no podemos darle una de las afiliaciones financiadas: había menos que personas que las pidieron. Esto no es un juicio sobre usted ni sobre su trabajo, y puede volver a pedirla en un ciclo posterior.",
      "bought | Su afiliación financiada con ALCTS, 2030 está comprada | Hola: | Su afiliación de un año está comprada. Es suya, pase lo que pase con su solicitud de mentoría.",
      "returned | Su afiliación financiada con ALCTS, 2030 pasa a otra persona | Hola: | La afiliación financiada que se le había concedido aún no se había comprado, y ahora pasa a alguien de la lista de espera.",
    ]
  `);
});

it('every mail in French', () => {
  expect(inLanguage('fr', openings)).toMatchInlineSnapshot(`
    [
      "receipt | Nous avons votre candidature %REFERENCES% | Bonjour, | Merci d’avoir postulé à ALCTS, 2030. Votre référence est %REFERENCES%.",
      "duplicate | Laquelle de vos candidatures à ALCTS, 2030 compte ? | Bonjour, | Une candidature à ALCTS, 2030 dans ce rôle était déjà arrivée de cette adresse. La précédente compte pour l’instant ; la nouvelle, %REFERENCES%, est conservée.",
      "withdrawn | Votre candidature T-1 est retirée | Bonjour, | Votre candidature T-1 à ALCTS, 2030 est retirée, comme vous l’avez demandé. Merci de nous l’avoir dit.",
      "copyCode | Votre code pour une copie de vos réponses | Bonjour, | Vous avez demandé une copie de tout ce que vous nous avez donné pour ALCTS, 2030, réponses confidentielles comprises. Saisissez ce code sur la page où vous l’avez demandée : ABCD 2345",
      "copy | Une copie de vos réponses confidentielles a été faite | Bonjour, | Une copie de vos réponses pour ALCTS, 2030 a été faite, comme demandé avec le code que nous vous avons envoyé. Elle est montrée une seule fois, au navigateur qui l’a demandée, puis supprimée ici.",
      "breakGlass | Deux personnes ont ouvert vos réponses confidentielles | Bonjour, | Les réponses confidentielles ne sont lues que par le service de jumelage. Il y a une exception, pour laquelle deux personnes doivent être d’accord et donner une raison, et elle a servi pour les vôtres : A et B ont ouvert vos réponses confidentielles pour ALCTS, 2030.",
      "interest | Devons-nous vous avertir de l’ouverture du programme ALCTS ? | Bonjour, | Quelqu’un nous a demandé d’écrire à cette adresse à l’ouverture des candidatures au programme ALCTS. Si c’était vous, ouvrez cette page et appuyez sur son bouton : https://example.test/x",
      "opening | Candidatures ouvertes : ALCTS, 2030 | Bonjour, | Vous nous avez demandé de vous avertir : les candidatures à ALCTS, 2030 sont ouvertes jusqu’au DATE.",
      "unfinished | Votre candidature à ALCTS, 2030 n’est pas encore envoyée | Bonjour, | Une candidature à ALCTS, 2030 a été commencée avec cette adresse et n’est pas envoyée. Les candidatures ferment le DATE.",
      "late | Vous avez plus de temps pour votre candidature à ALCTS, 2030 | Bonjour, | Vous pouvez envoyer votre candidature à ALCTS, 2030 jusqu’au DATE.",
      "started | Votre candidature à ALCTS, 2030 : comment revenir | Bonjour, | Vous avez commencé une candidature à ALCTS, 2030. Ce que vous écrivez est enregistré page par page.",
      "resume | Revenez à votre candidature à ALCTS, 2030 | Bonjour, | Voici comment revenir à votre candidature à ALCTS, 2030.",
      "changed | Votre candidature T-1 a été modifiée pour vous | Bonjour, | S a modifié votre candidature T-1 à ALCTS, 2030 à la page P.",
      "entered | Nous notons votre candidature à ALCTS, 2030 | Bonjour, | S remplit une candidature à ALCTS, 2030 avec ce que vous nous avez dit. Vous pouvez la regarder, la modifier et l’envoyer vous-même. Les souhaits confidentiels, si vous en avez, c’est vous seul·e qui les donnez, à la dernière page.",
      "back | Votre candidature T-1 est rétablie | Bonjour, | Votre candidature T-1 à ALCTS, 2030 n’est plus retirée : le comité l’examine de nouveau.",
      "left | Nous écrirons à une autre adresse pour ALCTS, 2030 | Bonjour, | Comme demandé, les courriels au sujet de votre candidature à ALCTS, 2030 vont désormais à une autre adresse. Celui-ci est le dernier envoyé à cette adresse.",
      "eraseCode | Votre code pour effacer tout ce que vous avez donné | Bonjour, | Vous avez demandé d’effacer tout ce que vous avez donné à ALCTS. Saisissez ce code sur la page où vous l’avez demandé : ABCD 2345",
      "erased | Tout ce que vous avez donné est effacé | Bonjour, | Comme vous l’avez demandé, tout ce que vous avez donné à ALCTS est effacé et vos candidatures sont retirées. C’est le dernier courriel à cette adresse.",
      "taken | Veuillez confirmer votre nouvelle adresse pour ALCTS, 2030 | Bonjour, | Comme demandé, les courriels au sujet de votre candidature à ALCTS, 2030 arrivent désormais à cette adresse. Veuillez confirmer qu’elle est la vôtre.",
      "waitlisted | Vous êtes sur la liste d’attente pour une adhésion financée avec ALCTS, 2030 | Bonjour, | Il y a eu plus de demandes que d’adhésions. Vous êtes sur la liste d’attente jusqu’au DATE : si une adhésion se libère, elle peut vous revenir. Ce n’est pas un jugement sur vous ni sur votre travail.",
      "declined | Votre demande d’adhésion financée avec ALCTS, 2030 | Bonjour, | Nous ne pouvons pas vous donner une des adhésions financées cette fois-ci : il y en avait moins que de personnes qui en ont demandé. Ce n’est pas un jugement sur vous ni sur votre travail, et vous pouvez redemander lors d’un prochain cycle.",
      "bought | Votre adhésion financée avec ALCTS, 2030 est achetée | Bonjour, | Votre adhésion d’un an est achetée. Elle est à vous, quoi qu’il advienne de votre candidature au mentorat.",
      "returned | Votre adhésion financée avec ALCTS, 2030 va à quelqu’un d’autre | Bonjour, | L’adhésion financée qui vous avait été accordée n’était pas encore achetée, et elle va maintenant à quelqu’un de la liste d’attente.",
    ]
  `);
});

it.each(LANGUAGES)('both parts say the same, and the page says that it is %s', (language) => {
  for (const make of Object.values(MAILS)) {
    const { html, text } = inLanguage(language, make);
    expect(html).toContain(`<html lang="${language}">`);
    const plain = html
      .replace(/<head>.*<\/head>/, '')
      .replace(/<[^>]*>/g, '')
      .replaceAll('&quot;', '"')
      .replace(/\s+/g, '');
    expect(plain).toBe(text.replace(/\s+/g, ''));
  }
});
