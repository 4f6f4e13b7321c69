import type { components } from '../api/schema';

type Schemas = components['schemas'];

export type Lang = Schemas['Lang'];
export type Debrief = Schemas['Debrief'];
export type Score = Schemas['Score'];
export type DebriefMove = Schemas['DebriefMove'];
export type Change = DebriefMove['changes'][number];
export type Alternative = DebriefMove['alternatives'][number];
export type ChanceDraw = Schemas['ChanceDraw'];
export type Beat = Schemas['Beat'];
export type Character = Schemas['Character'];
export type CompetencyScore = Schemas['CompetencyScore'];
export type Calibration = Schemas['Calibration'];
export type GaugeStory = Schemas['GaugeStory'];
export type TeachingPoint = Schemas['TeachingPoint'];
export type Source = Schemas['Source'];
export type Takeaway = Debrief['takeaways'][number];
export type Incident = Schemas['Incident'];
export type Reflection = Schemas['Reflection'];
export type Confidence = Schemas['Confidence'];
export type WhatIf = Schemas['WhatIf'];
export type WhatIfMove = Schemas['WhatIfMove'];
export type WhatIfEnd = Schemas['WhatIfEnd'];
