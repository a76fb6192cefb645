import { useEnvironment } from '@/api/environment';
import { amountText } from '@/format/decimal';
import { AT_STOP, ORDER_STYLES } from '@/format/words';
import { Choice } from '@/ui/Field';
import styles from './Editor.module.css';
import { Line, Patterns, Switch, type Editing } from './parts';

const NO_LIMIT = 'Empty: no limit of the run';

/** The fields of a configuration, in the order in which a person decides. */
export function FormFields({ editing }: { editing: Editing }) {
  return (
    <>
      <HowMuch editing={editing} />
      <What editing={editing} />
      <How editing={editing} />
      <Timing editing={editing} />
      <ExitPlan editing={editing} />
    </>
  );
}

function HowMuch({ editing }: { editing: Editing }) {
  const { data: status } = useEnvironment();
  const ceilings = status?.ceilings;
  const asset = editing.form['symbols.quoteAssets'] ?? '';
  return (
    <section className={styles['group']} aria-label="How much">
      <h2>How much</h2>
      <div className={styles['wide']}>
        <Line path="name" editing={editing} hint="1 to 80 characters, one of its kind in this environment" />
      </div>
      <Line path="quoteAmount" numeric editing={editing} hint={inAsset(asset, ceilings?.quoteAmount)} />
      <Line path="caps.spend" numeric editing={editing} hint={inAsset(asset, ceilings?.spend, 'empty: 10 buys')} />
      <Line
        path="caps.tradesPerHour"
        numeric
        editing={editing}
        hint={ceilings === undefined ? 'Empty: 10' : `Empty: 10; ceiling ${ceilings.tradesPerHour}`}
      />
      <Line path="caps.concurrentListings" numeric editing={editing} hint="Empty: 3" />
      <Line path="caps.spendPerDay" numeric editing={editing} hint={NO_LIMIT} />
      <Line path="caps.openPositions" numeric editing={editing} hint={NO_LIMIT} />
      <Line path="caps.lossPerDay" numeric editing={editing} hint={NO_LIMIT} />
      <Line path="caps.consecutiveFailures" numeric editing={editing} hint={`${NO_LIMIT}; else a person resets it`} />
    </section>
  );
}

function inAsset(asset: string, ceiling: string | undefined, empty?: string): string {
  const parts = [asset, ceiling === undefined ? '' : `ceiling ${amountText(ceiling)}`, empty ?? ''];
  return parts.filter((part) => part !== '').join('; ');
}

function What({ editing }: { editing: Editing }) {
  return (
    <section className={styles['group']} aria-label="What">
      <h2>What</h2>
      <Line path="symbols.quoteAssets" editing={editing} hint="The one asset that amounts and caps are in" />
      <div className={styles['switches']} role="group" aria-label="Listings to buy">
        <Switch path="safety.buyScheduled" text="Scheduled listings" editing={editing} />
        <Switch path="safety.buySurprise" text="Surprise listings" editing={editing} />
        <Switch path="safety.requireQualified" text="Qualified ones only" editing={editing} />
      </div>
      <Patterns path="symbols.allow" editing={editing} hint="Base assets, one pattern a line, such as A*. Empty: any" />
      <Patterns path="symbols.deny" editing={editing} hint="One pattern a line; one match refuses" />
    </section>
  );
}

function How({ editing }: { editing: Editing }) {
  const style = editing.form['orderStyle'] ?? 'MARKET';
  return (
    <section className={styles['group']} aria-label="How">
      <h2>How</h2>
      <div className={styles['wide']}>
        <Choice
          label="Order style"
          value={style}
          onChange={(value) => editing.change('orderStyle', value)}
          options={Object.entries(ORDER_STYLES)}
        />
      </div>
      <Line path="priceCap" numeric editing={editing} hint="Highest price of a capped buy. Not for market orders" />
      <Line path="maxPremium" numeric editing={editing} hint="Over the reference price: 0.3 is 30 %. Not for market orders" />
    </section>
  );
}

function Timing({ editing }: { editing: Editing }) {
  return (
    <section className={styles['group']} aria-label="Timing">
      <h2>Timing</h2>
      <Line path="signalMaxAge" numeric editing={editing} hint="An older signal buys nothing. 100 ms to 60 s" />
      <Line path="recvWindow" numeric editing={editing} hint="The exchange refuses what comes later. At most 1 s" />
      <Line path="latencyBudget" numeric editing={editing} hint="A slower buy is alerted. At most 60 s" />
      <Line path="probeWindow" numeric editing={editing} hint="How long an opening is tried again. 0 s to 60 s" />
      <Line path="polling.tickerInterval" numeric editing={editing} hint="Empty: the scanner's. 100 ms to 10 s" />
      <Line path="polling.calendarInterval" numeric editing={editing} hint="Empty: the scanner's. 1 s to 10 min" />
    </section>
  );
}

/** Empty is no plan: the positions are then the operator's to sell. */
function ExitPlan({ editing }: { editing: Editing }) {
  const atStop = editing.form['exitPlan.atStop'] ?? '';
  return (
    <section className={styles['group']} aria-label="Exit plan">
      <h2>Exit plan</h2>
      <Patterns
        path="exitPlan.takeProfits"
        editing={editing}
        hint="One level a line, in percent: over the average price, then the share sold, as 50: 25. With “resting” an order waits at the exchange"
      />
      <Line path="exitPlan.stopLoss.below" numeric editing={editing} hint="Percent under the average price. Empty: none" />
      <Line path="exitPlan.stopLoss.confirmation" numeric editing={editing} hint="How long the price stays there. Empty: 1 s" />
      <Line path="exitPlan.stopLoss.grace" numeric editing={editing} hint="No price counts so long after the first fill. Empty: 5 s" />
      <Line path="exitPlan.trailingStop.below" numeric editing={editing} hint="Percent under the highest price. Empty: none" />
      <Line path="exitPlan.trailingStop.activation" numeric editing={editing} hint="From so many percent over the average price on. Empty: 0" />
      <Line path="exitPlan.longestHolding" numeric editing={editing} hint="Then all is sold, whatever the price. 1 s to 720 h" />
      <Line path="exitPlan.floor" numeric editing={editing} hint="No sell under so many percent of the best bid. Empty: at market" />
      <div className={styles['wide']}>
        <Choice
          label="When the run is stopped"
          value={atStop === '' ? 'KEEP_EXITS' : atStop}
          onChange={(value) => editing.change('exitPlan.atStop', value)}
          options={Object.entries(AT_STOP)}
        />
      </div>
    </section>
  );
}
