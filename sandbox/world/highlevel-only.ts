import type { HlSeed } from './matched.ts';

const only = (
  key: string,
  first: string,
  last: string,
  email: string | undefined,
  phone: string | undefined,
  age: number,
  more: Partial<HlSeed> = {},
): HlSeed => ({ key, overlap: 'none', first, last, age, ...(email ? { email } : {}), ...(phone ? { phone } : {}), ...more });

/** Leads and newsletter readers that Clio has never heard of. */
export const HIGHLEVEL_ONLY: HlSeed[] = [
  only('lead-aisha', 'Aisha', 'Rahman', 'aisha@rahman.example', '+16045550201', 2, { tags: ['new-lead'], source: 'Facebook' }),
  only('lead-bruno', 'Bruno', 'Costa', 'bruno@costa.example', '+16045550202', 4, { tags: ['new-lead', 'immigration'] }),
  only('lead-cecile', 'Cécile', 'Laurent', 'cecile@laurent.example', undefined, 6, { tags: ['newsletter'] }),
  only('lead-dmitri', 'Dmitri', 'Volkov', undefined, '+12065550203', 7, { source: 'Phone call' }),
  only('lead-elena', 'Elena', 'Petrova', 'elena@petrova.example', '+12065550204', 9, { tags: ['estate'] }),
  only('lead-farid', 'Farid', 'Nouri', 'farid@nouri.example', undefined, 10),
  only('lead-gwen', 'Gwen', 'Ellis', 'gwen@ellis.example', '+14255550205', 11, { tags: ['personal-injury'] }),
  only('lead-hugo', 'Hugo', 'Brandt', 'hugo@brandt.example', '+14255550206', 16, { dnd: true }),
  only('lead-imani', 'Imani', 'Clarke', 'imani@clarke.example', '+14255550207', 21, { tags: ['new-lead'] }),
  only('lead-jack', 'Jack', 'Sullivan', 'jack@sullivan.example', undefined, 27, { tags: ['newsletter'] }),
  only('lead-kavya', 'Kavya', 'Menon', 'kavya@menon.example', '+17785550208', 35, { tags: ['immigration'] }),
  only('lead-liam', 'Liam', 'Foster', undefined, '+17785550209', 36),
  only('lead-mina', '민아', '박', 'mina@parkdesign.example', '+17785550210', 41, { tags: ['business'] }),
  only('lead-noah', 'Noah', 'Katz', 'noah@katz.example', '+16045550211', 52, { tags: ['newsletter'] }),
  only('lead-otto', 'Otto', 'Keller', 'otto@keller.example', '+16045550212', 67),
  only('lead-david', 'David', 'Kimura', 'david@kimura.example', '+14165550213', 75, { city: 'Toronto' }),
  only('lead-nameless', '', '', 'someone@nameless.example', undefined, 80, { tags: ['newsletter'] }),
  only('intake-zoe', 'Zoe', 'Hart', 'zoe@hart.example', '+12065550214', 1, { intake: true, tags: ['new-lead'] }),
  only('intake-abel', 'Abel', 'Moreno', 'abel@moreno.example', '+12065550215', 2, { intake: true, tags: ['new-lead'] }),
  only('intake-bea', 'Bea', 'Winters', undefined, '+12065550216', 5, { intake: true }),
  only('intake-carl', 'Carl', 'Jensen', 'carl@jensen.example', undefined, 8, { intake: true, tags: ['call-back'] }),
  only('intake-dana', 'Dana', 'Reed', 'dana@reed.example', '+12065550217', 13, { intake: true }),
];
