import { BROWSERS } from './browser/find.ts';
import { build, outputDir } from './build-extension.ts';

// `npm run build`: the extension for both browsers, under .output/.
for (const kind of BROWSERS) {
  build(kind);
  console.log(outputDir(kind));
}
