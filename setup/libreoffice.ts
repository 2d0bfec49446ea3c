// Finds LibreOffice's spreadsheet program, or gets it, or says why not.
import { onPath } from './browserPlaces.ts';
import { installPackage } from './candidates.ts';
import { here, type Surroundings } from './surroundings.ts';

const MAC = '/Applications/LibreOffice.app/Contents/MacOS/soffice';
const SILENCE = 30_000;

/** The path of `soffice`: the one AZIMUTH_LIBREOFFICE names, else an installed one, else Debian's package (installed now if we are root). */
export async function findLibreOffice(given: Partial<Surroundings> = {}): Promise<string | undefined> {
  const around = { ...here, ...given };
  const starts = async (path: string): Promise<boolean> => {
    const ran = await around.run(path, ['--headless', '--version'], { silence: SILENCE });
    return ran.code === 0 && ran.stdout.includes('LibreOffice');
  };
  const installed = async (): Promise<string | undefined> => {
    const places = [around.env['AZIMUTH_LIBREOFFICE'] ?? '', ...onPath('soffice', around), ...onPath('libreoffice', around), MAC];
    for (const path of places.filter(Boolean).filter(around.executable)) if (await starts(path)) return path;
    return undefined;
  };
  return (await installed()) ?? ((await installPackage('libreoffice-calc', 450, around)) ? installed() : undefined);
}
