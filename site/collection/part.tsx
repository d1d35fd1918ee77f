import type { ReactNode } from 'react';

/** A part of the page of a collection, with its title. `id` is that of the title. */
export function Part({ id, title, children }: { id: string; title: ReactNode; children: ReactNode }): ReactNode {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="part-title">
        {title}
      </h2>
      {children}
    </section>
  );
}
