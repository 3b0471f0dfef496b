export const dynamic = 'force-dynamic';

/** The least that can be done: a static React page of about the size of a section of the form. */
export async function GET(): Promise<Response> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  const rows = Array.from({ length: 40 }, (_, index) => (
    <label key={index} className="choice">
      <input type="checkbox" name="choice" value={index} /> <span>Choice {index} with some words beside it</span>
    </label>
  ));
  const page = renderToStaticMarkup(
    <html lang="en">
      <body>
        <form method="post">{rows}</form>
      </body>
    </html>,
  );
  return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
