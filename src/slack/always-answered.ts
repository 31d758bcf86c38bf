import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';

export type FormArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/**
 * A form that fails before it is answered, such as one opened before an upgrade, says so on its first field and
 * stays open with what was typed. Slack would wait three seconds for that, and then name no reason.
 */
export const alwaysAnswered =
  (listener: (args: FormArgs) => Promise<void>) =>
  async (args: FormArgs): Promise<void> => {
    let isAnswered = false;
    const ack: FormArgs['ack'] = (answer) => {
      isAnswered = true;
      return args.ack(answer);
    };
    try {
      await listener({ ...args, ack });
    } catch (error) {
      const [firstField] = Object.keys(args.view.state.values);
      if (!isAnswered && firstField !== undefined)
        await args.ack({ response_action: 'errors', errors: { [firstField]: UNREADABLE } });
      throw error;
    }
  };

const UNREADABLE =
  'This form could not be read, and nothing was saved. Copy what you typed, close the form and open it again.';
