const TABLE = `william bill,will,billy|robert bob,rob|richard rick,dick|james jim,jimmy|john jack,johnny|michael mike,mick|thomas tom
elizabeth liz,beth,betty|margaret maggie,peggy|katherine kate,kathy|patricia pat,trish|jennifer jen,jenny|susan sue|deborah deb,debbie|joseph joe
daniel dan,danny|christopher chris|matthew matt|anthony tony|andrew andy,drew|edward ed,ted|charles charlie,chuck|alexander alex,sandy|benjamin ben
samuel sam|timothy tim|nicholas nick|jonathan jon|stephen steve|gregory greg|raymond ray|rebecca becky|victoria vicky|samantha sam|abigail abby
gabriella gabby|jacqueline jackie|kimberly kim|pamela pam|theresa terry|veronica ronnie|zachary zach|frederick fred|lawrence larry|gerald gerry`;

/** Short forms as people write them; a list of its own, so that the matcher's table is tested and not copied. */
export const SHORT_NAMES: ReadonlyMap<string, string[]> = new Map(
  TABLE.split(/[|\n]/).map((entry) => {
    const [formal = '', short = ''] = entry.split(' ');
    return [formal, short.split(',').map((name) => name[0]!.toUpperCase() + name.slice(1))];
  }),
);
